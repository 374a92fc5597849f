#!/usr/bin/env bash
# n8n's removeTags() removes text between a < and a later >, and everything after a lone <.
#
# Packages: n8n-workflow@2.41.0 luxon@3.7.2
# Guess:    Only tags go; a < before a space is text, as in HTML.
# Seen:     What stands between a less-than sign and the next greater-than sign is gone, and a text may end at its
#           first <.
# Matters:  Texts for SMS that were cleaned with it lose words without an error.
# Source:   n8n-workflow, dist/cjs/extensions/string-extensions.js, removeTags
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

for (const text of ['<b>Bonjour</b>', '1 < 2 et 3 > 2', '<b>5</b> < 6 euros', 'A <3 B'])
	console.log(text, '->', JSON.stringify(evaluate(`={{ '${text}'.removeTags() }}`)));
SCRIPT
)
expected=$(cat <<'OUTPUT'
<b>Bonjour</b> -> "Bonjour"
1 < 2 et 3 > 2 -> "1  2"
<b>5</b> < 6 euros -> "5 "
A <3 B -> "A "
OUTPUT
)

echo "n8n-workflow@2.41.0 luxon@3.7.2"
echo "$seen"
if [ "$seen" != "$expected" ]; then
	printf 'This has changed. It was:\n%s\n' "$expected"
	exit 1
fi
