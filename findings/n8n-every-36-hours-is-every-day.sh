#!/usr/bin/env bash
# n8n makes */36 of "every 36 hours" and */90 of "every 90 minutes": the first runs each day, the second each hour.
#
# Packages: n8n-workflow@2.41.0 cron@4.4.0 luxon@3.7.2
# Guess:    A poll time that n8n offers is kept, or refused.
# Seen:     A step beyond its field begins anew with it: 36 hours is midnight, 90 minutes is the full hour; 5 hours
#           has a gap of four at the end of the day.
# Matters:  Poll times of a trigger: only divisors of 60 minutes and of 24 hours are what they say.
# Source:   n8n-workflow 2.41.0, dist/cjs/cron.js, toCronExpression; cron 4.4.0
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund n8n-workflow@2.41.0 cron@4.4.0 luxon@3.7.2

seen=$(TZ=UTC node <<'SCRIPT'
const { toCronExpression } = require('n8n-workflow');
const { CronTime } = require('cron');
const { DateTime } = require('luxon');
for (const [unit, value] of [['hours', 36], ['minutes', 90], ['hours', 5]]) {
	const job = new CronTime(toCronExpression({ mode: 'everyX', unit, value }), 'UTC');
	let at = DateTime.fromISO('2026-12-01T12:30', { zone: 'UTC' });
	const gaps = [];
	for (let run = 0; run < 6; run++) {
		const next = job.getNextDateFrom(at, 'UTC');
		if (run > 0) gaps.push(Math.round(next.diff(at).as('minutes')));
		at = next;
	}
	console.log(`every ${value} ${unit}: minutes between two runs`, gaps.join(' '));
}
SCRIPT
)
expected=$(cat <<'OUTPUT'
every 36 hours: minutes between two runs 1440 1440 1440 1440 1440
every 90 minutes: minutes between two runs 60 60 60 60 60
every 5 hours: minutes between two runs 300 240 300 300 300
OUTPUT
)

echo "n8n-workflow@2.41.0 cron@4.4.0 luxon@3.7.2"
echo "$seen"
if [ "$seen" != "$expected" ]; then
	printf 'This has changed. It was:\n%s\n' "$expected"
	exit 1
fi
