#!/usr/bin/env bash
# papaparse finds the semicolon of a file with two columns and few rows only if no line break ends it.
#
# Packages: papaparse@5.7.1
# Guess:    A file of numero;message is read with ; whether or not its last line ends with a line break.
# Seen:     The empty last line counts as a row of one field, which takes the average below 1.99 fields; the comma is
#           taken instead. skipEmptyLines mends it.
# Matters:  A list of numbers and texts as Excel saves it in France. Give the delimiter, or skip empty lines.
# Source:   papaparse 5.7.1, papaparse.js, guessDelimiter
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund papaparse@5.7.1

seen=$(TZ=UTC node <<'SCRIPT'
const { parse } = require('papaparse');
const rows = 'numero;nom\n0601020304;Zoe\n0601020305;Ali';
const delimiter = (text, options) => parse(text, options).meta.delimiter;
console.log('without a last line break', delimiter(rows));
console.log('with one                 ', delimiter(rows + '\n'));
console.log('with skipEmptyLines      ', delimiter(rows + '\n', { skipEmptyLines: true }));
SCRIPT
)
expected=$(cat <<'OUTPUT'
without a last line break ;
with one                  ,
with skipEmptyLines       ;
OUTPUT
)

echo "papaparse@5.7.1"
echo "$seen"
if [ "$seen" != "$expected" ]; then
	printf 'This has changed. It was:\n%s\n' "$expected"
	exit 1
fi
