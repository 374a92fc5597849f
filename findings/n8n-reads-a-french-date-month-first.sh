#!/usr/bin/env bash
# n8n's toDateTime() reads 05/06/2026 as the 6th of May, at 2 o'clock in Paris, and refuses 25/06/2026.
#
# Packages: n8n-workflow@2.41.0 luxon@3.7.2
# Guess:    A text that is no ISO date is refused, or read in the workflow's time zone.
# Seen:     The first twelve days of every month are read month first, as an instant of the server's time zone (UTC
#           here), so that the time of day moves too; later days are errors. In a French list a part of the rows is
#           wrong and the rest fails.
# Matters:  Dates of lists: read them with DateTime.fromFormat(text, 'dd/MM/yyyy HH:mm'), never with toDateTime().
# Source:   n8n-workflow, dist/cjs/extensions/string-extensions.js, toDateTime
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

process.env.TZ = 'UTC';
for (const text of ['05/06/2026', '12/06/2026', '13/06/2026']) {
	let read;
	try {
		read = evaluate(`={{ '${text}'.toDateTime().toISO() }}`);
	} catch ({ message }) {
		read = `error: ${message}`;
	}
	console.log(text, read);
}
SCRIPT
)
expected=$(cat <<'OUTPUT'
05/06/2026 2026-05-06T02:00:00.000+02:00
12/06/2026 2026-12-06T01:00:00.000+01:00
13/06/2026 error: cannot convert to Luxon DateTime
OUTPUT
)

echo "n8n-workflow@2.41.0 luxon@3.7.2"
echo "$seen"
if [ "$seen" != "$expected" ]; then
	printf 'This has changed. It was:\n%s\n' "$expected"
	exit 1
fi
