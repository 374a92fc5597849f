#!/usr/bin/env bash
# n8n's replaceSpecialChars() writes EU for the euro sign, and << for a French quotation mark.
#
# Packages: n8n-workflow@2.41.0 luxon@3.7.2
# Guess:    Letters lose their marks; the euro sign, which SMS knows, stays or becomes EUR.
# Seen:     30 € becomes 30 EU, and « and » become << and >>: longer, and characters that GSM-7 has are lost (à, é, è,
#           ù, €).
# Matters:  People put it before SMS nodes to save characters. GSM-7 holds those characters, so it costs text and
#           saves nothing.
# Source:   n8n-workflow, dist/cjs/extensions/string-extensions.js, replaceSpecialChars
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

for (const text of ['30 €', '« déjà »', 'œuf à 5 €'])
	console.log(text, '->', evaluate(`={{ '${text}'.replaceSpecialChars() }}`));
SCRIPT
)
expected=$(cat <<'OUTPUT'
30 € -> 30 EU
« déjà » -> << deja >>
œuf à 5 € -> oeuf a 5 EU
OUTPUT
)

echo "n8n-workflow@2.41.0 luxon@3.7.2"
echo "$seen"
if [ "$seen" != "$expected" ]; then
	printf 'This has changed. It was:\n%s\n' "$expected"
	exit 1
fi
