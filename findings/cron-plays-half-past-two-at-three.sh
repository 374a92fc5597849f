#!/usr/bin/env bash
# cron runs a job of 02:30 at 03:00 in the night in which that time does not exist.
#
# Packages: cron@4.4.0 luxon@3.7.2
# Guess:    It is left out, or runs at 03:30, as luxon resolves that time.
# Seen:     It runs at 03:00, the first instant after the gap, and at 02:30 (summer time only) in the autumn night.
# Matters:  n8n's schedules and polls run on this package (4.4.0 in n8n 2.41.0).
# Source:   cron 4.4.0, dist/time.js, getNextDateFrom
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund cron@4.4.0 luxon@3.7.2

seen=$(TZ=UTC node <<'SCRIPT'
const { CronTime } = require('cron');
const { DateTime } = require('luxon');
const job = new CronTime('0 30 2 * * *', 'Europe/Paris');
for (const eve of ['2027-03-27T12:00', '2026-10-24T12:00']) {
	const from = DateTime.fromISO(eve, { zone: 'Europe/Paris' });
	const first = job.getNextDateFrom(from, 'Europe/Paris');
	console.log(first.toISO(), 'then', job.getNextDateFrom(first, 'Europe/Paris').toISO());
}
SCRIPT
)
expected=$(cat <<'OUTPUT'
2027-03-28T03:00:00.000+02:00 then 2027-03-29T02:30:00.000+02:00
2026-10-25T02:30:00.000+02:00 then 2026-10-26T02:30:00.000+01:00
OUTPUT
)

echo "cron@4.4.0 luxon@3.7.2"
echo "$seen"
if [ "$seen" != "$expected" ]; then
	printf 'This has changed. It was:\n%s\n' "$expected"
	exit 1
fi
