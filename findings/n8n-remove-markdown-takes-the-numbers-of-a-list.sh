#!/usr/bin/env bash
# n8n's removeMarkdown() takes the numbers of an ordered list and the underscores of a name.
#
# Packages: n8n-workflow@2.41.0 luxon@3.7.2
# Guess:    Emphasis and headings go; what a reader sees of the text stays.
# Seen:     The choices of a question lose the numbers by which they are answered, and snake_case loses its
#           underscores.
# Matters:  A text of a language model that asks 1. Lundi 2. Mardi cannot be answered with 2 once it went through
#           removeMarkdown().
# Source:   n8n-workflow, dist/cjs/extensions/string-extensions.js, removeMarkdown
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

for (const text of ['1. Lundi\\n2. Mardi', 'Commande ref_2026_42', '**Important** : 5 * 3'])
	console.log(text, '->', JSON.stringify(evaluate(`={{ '${text}'.removeMarkdown() }}`)));
SCRIPT
)
expected=$(cat <<'OUTPUT'
1. Lundi\n2. Mardi -> "Lundi\nMardi"
Commande ref_2026_42 -> "Commande ref202642"
**Important** : 5 * 3 -> "Important : 5 * 3"
OUTPUT
)

echo "n8n-workflow@2.41.0 luxon@3.7.2"
echo "$seen"
if [ "$seen" != "$expected" ]; then
	printf 'This has changed. It was:\n%s\n' "$expected"
	exit 1
fi
