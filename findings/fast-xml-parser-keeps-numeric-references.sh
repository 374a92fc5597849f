#!/usr/bin/env bash
# fast-xml-parser leaves &#8217; as it is by default, and decodes no &eacute; with htmlEntities.
#
# Packages: fast-xml-parser@5.12.1
# Guess:    Numeric references are XML and decoded; htmlEntities adds the names of HTML.
# Seen:     Numeric references are decoded only with htmlEntities, which knows few names; é by name stays undecoded.
# Matters:  An apostrophe in an answer or a report arrives as seven characters.
# Source:   fast-xml-parser 5.12.1, option htmlEntities
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund fast-xml-parser@5.12.1

seen=$(TZ=UTC node <<'SCRIPT'
const { XMLParser } = require('fast-xml-parser');
for (const htmlEntities of [false, true])
	console.log(htmlEntities, new XMLParser({ htmlEntities }).parse('<m>d&#8217;un &#xE9;t&eacute; &amp; co</m>').m);
SCRIPT
)
expected=$(cat <<'OUTPUT'
false d&#8217;un &#xE9;t&eacute; & co
true d’un ét&eacute; & co
OUTPUT
)

echo "fast-xml-parser@5.12.1"
echo "$seen"
if [ "$seen" != "$expected" ]; then
	printf 'This has changed. It was:\n%s\n' "$expected"
	exit 1
fi
