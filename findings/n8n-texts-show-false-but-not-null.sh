#!/usr/bin/env bash
# In an n8n text, null, undefined, NaN and a failed path write nothing; false, 0 and an empty part of a list are written.
#
# Packages: n8n-workflow@2.41.0 luxon@3.7.2
# Guess:    What has no value is written as a word, as in a JavaScript template, or fails.
# Seen:     No word tells that something is missing; a list writes its holes as bare commas.
# Matters:  Only looking at each {{ }} apart finds a hole in the text of an SMS.
# Source:   n8n-workflow, dist/cjs/expression.js; @n8n/tournament
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund n8n-workflow@2.41.0 luxon@3.7.2

seen=$(TZ=UTC node <<'SCRIPT'
const { Workflow } = require('n8n-workflow');
const nodeType = { description: { version: 1, properties: [] } };
const workflow = new Workflow({
	nodes: [{ id: '1', name: 'Node', type: 'type', typeVersion: 1, position: [0, 0], parameters: {} }],
	connections: {},
	active: false,
	nodeTypes: { getByNameAndVersion: () => nodeType },
	settings: { timezone: 'Europe/Paris' },
});
const evaluate = (expression, json = {}) =>
	workflow.expression.getParameterValue(expression, null, 0, 0, 'Node', [{ json }], 'manual', {});

const parts = ['null', 'undefined', 'NaN', '$json.a.b.c', 'JSON.parse("")', 'false', '0', "['Marie', null, 'Paul']"];
for (const part of parts) console.log(part.padEnd(24), evaluate(`=Bonjour {{ ${part} }} !`));
SCRIPT
)
expected=$(cat <<'OUTPUT'
null                     Bonjour  !
undefined                Bonjour  !
NaN                      Bonjour  !
$json.a.b.c              Bonjour  !
JSON.parse("")           Bonjour  !
false                    Bonjour false !
0                        Bonjour 0 !
['Marie', null, 'Paul']  Bonjour Marie,,Paul !
OUTPUT
)

echo "n8n-workflow@2.41.0 luxon@3.7.2"
echo "$seen"
if [ "$seen" != "$expected" ]; then
	printf 'This has changed. It was:\n%s\n' "$expected"
	exit 1
fi
