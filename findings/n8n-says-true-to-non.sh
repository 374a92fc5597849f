#!/usr/bin/env bash
# n8n's toBoolean() makes true of the French words for no.
#
# Packages: n8n-workflow@2.41.0 luxon@3.7.2
# Guess:    'non' is false as 'no' is, or an error.
# Seen:     Everything but false, no and 0 (in any case) is true, 'non', 'faux', 'n' and 'off' included.
# Matters:  A consent column with oui/non that goes through toBoolean() writes to everybody who said non. Compare with
#           the word instead.
# Source:   n8n-workflow, dist/cjs/extensions/string-extensions.js, toBoolean
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

for (const word of ['no', 'NO', 'false', '0', 'non', 'faux', 'n', 'off', 'oui'])
	console.log(word, evaluate(`={{ '${word}'.toBoolean() }}`));
SCRIPT
)
expected=$(cat <<'OUTPUT'
no false
NO false
false false
0 false
non true
faux true
n true
off true
oui true
OUTPUT
)

echo "n8n-workflow@2.41.0 luxon@3.7.2"
echo "$seen"
if [ "$seen" != "$expected" ]; then
	printf 'This has changed. It was:\n%s\n' "$expected"
	exit 1
fi
