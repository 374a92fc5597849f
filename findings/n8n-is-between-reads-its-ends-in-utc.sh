#!/usr/bin/env bash
# n8n's isBetween() reads ends that are written as days in UTC, whatever the workflow's time zone.
#
# Packages: n8n-workflow@2.41.0 luxon@3.7.2
# Guess:    The ends are read in the workflow's time zone, as toDateTime() reads the date itself, and belong to the
#           period.
# Seen:     In Paris the first day of a period is outside and the last one inside, since their midnights lie an hour
#           before those of UTC. In UTC itself both are outside: the ends are excluded.
# Matters:  A filter of messages by day that leaves out the first day of the campaign. Compare .toISODate() texts
#           instead.
# Source:   n8n-workflow 2.41.0, dist/cjs/extensions/date-extensions.js, isBetween
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund n8n-workflow@2.41.0 luxon@3.7.2

seen=$(TZ=UTC node <<'SCRIPT'
const { Workflow } = require('n8n-workflow');
const nodeType = { description: { version: 1, properties: [] } };
const workflowIn = (timezone) => new Workflow({
	nodes: [{ id: '1', name: 'Node', type: 'type', typeVersion: 1, position: [0, 0], parameters: {} }],
	connections: {},
	active: false,
	nodeTypes: { getByNameAndVersion: () => nodeType },
	settings: { timezone },
});
const evaluate = (timezone, expression) =>
	workflowIn(timezone).expression.getParameterValue(expression, null, 0, 0, 'Node', [{ json: {} }], 'manual', {});

for (const day of ['2026-11-30', '2026-12-01', '2026-12-15', '2026-12-31', '2027-01-01'])
	console.log(
		day,
		...['Europe/Paris', 'UTC'].map((zone) =>
			evaluate(zone, `={{ '${day}'.toDateTime().isBetween('2026-12-01', '2026-12-31') }}`),
		),
	);
SCRIPT
)
expected=$(cat <<'OUTPUT'
2026-11-30 false false
2026-12-01 false false
2026-12-15 true true
2026-12-31 true false
2027-01-01 false false
OUTPUT
)

echo "n8n-workflow@2.41.0 luxon@3.7.2"
echo "$seen"
if [ "$seen" != "$expected" ]; then
	printf 'This has changed. It was:\n%s\n' "$expected"
	exit 1
fi
