#!/usr/bin/env bash
# libphonenumber-js takes the second of two numbers for an extension of the first, and calls the whole valid.
#
# Packages: libphonenumber-js@1.13.16
# Guess:    Two numbers in one cell are no number.
# Seen:     With a semicolon between them the first is a valid number and the second its extension, of up to 20
#           digits; with a comma or a slash it is no number.
# Matters:  A cell of a list with two numbers loses the second one silently: split before you parse, and refuse
#           extensions.
# Source:   libphonenumber-js 1.13.16, source/helpers/extension/createExtensionPattern.js
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund libphonenumber-js@1.13.16

seen=$(TZ=UTC node <<'SCRIPT'
const parse = require('libphonenumber-js/max').default;
for (const separator of [';', ', ', ' / ', ' ']) {
	const number = parse(`0601020304${separator}0605060708`, 'FR');
	console.log(JSON.stringify(separator), number ? [number.number, number.isValid(), number.ext].join(' ') : 'no number');
}
SCRIPT
)
expected=$(cat <<'OUTPUT'
";" +33601020304 true 0605060708
", " no number
" / " no number
" " no number
OUTPUT
)

echo "libphonenumber-js@1.13.16"
echo "$seen"
if [ "$seen" != "$expected" ]; then
	printf 'This has changed. It was:\n%s\n' "$expected"
	exit 1
fi
