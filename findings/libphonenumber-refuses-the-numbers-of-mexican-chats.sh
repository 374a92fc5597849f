#!/usr/bin/env bash
# libphonenumber-js refuses +521…, the form in which chats still give Mexican mobile numbers.
#
# Packages: libphonenumber-js@1.13.16
# Guess:    Old forms that are still about are read, as the 15 of Argentina is.
# Seen:     +52 1 55 1234 5678 is invalid and keeps its 1, although without it the number is valid; the old Argentine
#           15 is rewritten to +54 9.
# Matters:  A list of contacts that comes out of a chat loses its Mexican numbers; the 1 has to be dropped before.
# Source:   libphonenumber-js 1.13.16, metadata of MX and AR
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund libphonenumber-js@1.13.16

seen=$(TZ=UTC node <<'SCRIPT'
const parse = require('libphonenumber-js/max').default;
for (const [text, country] of [['+5215512345678'], ['+525512345678'], ['011 15 2345 6789', 'AR']]) {
	const number = parse(text, country);
	console.log(text, number.number, number.isValid());
}
SCRIPT
)
expected=$(cat <<'OUTPUT'
+5215512345678 +5215512345678 false
+525512345678 +525512345678 true
011 15 2345 6789 +5491123456789 true
OUTPUT
)

echo "libphonenumber-js@1.13.16"
echo "$seen"
if [ "$seen" != "$expected" ]; then
	printf 'This has changed. It was:\n%s\n' "$expected"
	exit 1
fi
