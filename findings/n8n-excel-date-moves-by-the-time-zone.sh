#!/usr/bin/env bash
# n8n's toDateTime('excel') takes the wall-clock time of a spreadsheet for UTC.
#
# Packages: n8n-workflow@2.41.0 luxon@3.7.2
# Guess:    09:00 in the cell is 09:00 in the workflow's time zone; and without 'excel' a number of that size is
#           refused.
# Seen:     It comes out an hour later in Paris in winter and two in summer. Without the argument the number is
#           milliseconds since 1970.
# Matters:  A reminder that a sheet has at 09:00 goes out at 10:00 or 11:00. Keep the clock with
#           .setZone('UTC').setZone('Europe/Paris', { keepLocalTime: true }).
# Source:   n8n-workflow, dist/cjs/extensions/number-extensions.js, toDateTime
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

console.log('winter', evaluate("={{ (46381.375).toDateTime('excel').toISO() }}"));
console.log('summer', evaluate("={{ (46204.375).toDateTime('excel').toISO() }}"));
console.log('kept', evaluate(
	"={{ (46204.375).toDateTime('excel').setZone('UTC').setZone('Europe/Paris', { keepLocalTime: true }).toISO() }}",
));
console.log('without', evaluate('={{ (46381.375).toDateTime().toISO() }}'));
SCRIPT
)
expected=$(cat <<'OUTPUT'
winter 2026-12-25T10:00:00.000+01:00
summer 2026-07-01T11:00:00.000+02:00
kept 2026-07-01T09:00:00.000+02:00
without 1970-01-01T01:00:46.381+01:00
OUTPUT
)

echo "n8n-workflow@2.41.0 luxon@3.7.2"
echo "$seen"
if [ "$seen" != "$expected" ]; then
	printf 'This has changed. It was:\n%s\n' "$expected"
	exit 1
fi
