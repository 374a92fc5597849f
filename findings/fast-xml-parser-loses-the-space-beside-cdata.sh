#!/usr/bin/env bash
# fast-xml-parser joins the words on both sides of a CDATA section or a comment.
#
# Packages: fast-xml-parser@5.12.1
# Guess:    trimValues trims the ends of an element's text.
# Seen:     It trims each piece, so that the space between a piece and a CDATA section or a comment is gone.
# Matters:  Messages of a gateway come as CDATA or plain: read them with trimValues: false and trim the whole.
# Source:   fast-xml-parser 5.12.1, src/xmlparser/OrderedObjParser.js, parseTextData
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund fast-xml-parser@5.12.1

seen=$(TZ=UTC node <<'SCRIPT'
const { XMLParser } = require('fast-xml-parser');
const answer = '<etat><message>Envoi <![CDATA[accept\u00e9]]> le <!-- date -->01/12</message></etat>';
for (const trimValues of [true, false])
	console.log(trimValues, new XMLParser({ trimValues }).parse(answer).etat.message);
SCRIPT
)
expected=$(cat <<'OUTPUT'
true Envoiacceptéle 01/12
false Envoi accepté le 01/12
OUTPUT
)

echo "fast-xml-parser@5.12.1"
echo "$seen"
if [ "$seen" != "$expected" ]; then
	printf 'This has changed. It was:\n%s\n' "$expected"
	exit 1
fi
