#!/usr/bin/env bash
# libphonenumber-js calls 0692123456, as people in Réunion write it, a valid French +33692123456 with its default metadata.
#
# Packages: libphonenumber-js@1.13.16
# Guess:    The default metadata may not know the type of a number; whether it is valid they know.
# Seen:     The default (min) metadata check the length only for the leading digits they have; max says that the
#           number does not exist in France. The phone is +262692123456.
# Matters:  An SMS to it is paid and lost. Take the max metadata, or parse with RE first.
# Source:   libphonenumber-js 1.13.16, metadata.min.json and metadata.max.json
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund libphonenumber-js@1.13.16

seen=$(TZ=UTC node <<'SCRIPT'
const show = (label, parse, country) => {
	const number = parse('0692123456', country);
	console.log(label, country, number.number, number.isValid());
};
const min = require('libphonenumber-js').default;
const max = require('libphonenumber-js/max').default;
show('min', min, 'FR');
show('max', max, 'FR');
show('min', min, 'RE');
SCRIPT
)
expected=$(cat <<'OUTPUT'
min FR +33692123456 true
max FR +33692123456 false
min RE +262692123456 true
OUTPUT
)

echo "libphonenumber-js@1.13.16"
echo "$seen"
if [ "$seen" != "$expected" ]; then
	printf 'This has changed. It was:\n%s\n' "$expected"
	exit 1
fi
