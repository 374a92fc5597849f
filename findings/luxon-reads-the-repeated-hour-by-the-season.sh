#!/usr/bin/env bash
# luxon takes 02:30 of the autumn night for summer time when asked in summer, and for winter time when asked in winter.
#
# Packages: luxon@3.7.2
# Guess:    One of the two instants, always the same.
# Seen:     The offset of now is its first guess, so the same text is another instant, an hour away, depending on the
#           day on which it is read.
# Matters:  An SMS planned in July for that night is scheduled an hour earlier than the same SMS planned on the 1st of
#           November. A time that comes twice has to be refused or asked about.
# Source:   luxon 3.7.2, src/datetime.js, objToTS and fixOffset
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund luxon@3.7.2

seen=$(TZ=UTC node <<'SCRIPT'
const { DateTime, Settings } = require('luxon');
for (const now of ['2026-07-01T12:00Z', '2026-12-01T12:00Z']) {
	Settings.now = () => Date.parse(now);
	console.log('read on', now.slice(0, 10), DateTime.fromISO('2026-10-25T02:30', { zone: 'Europe/Paris' }).toISO());
}
SCRIPT
)
expected=$(cat <<'OUTPUT'
read on 2026-07-01 2026-10-25T02:30:00.000+02:00
read on 2026-12-01 2026-10-25T02:30:00.000+01:00
OUTPUT
)

echo "luxon@3.7.2"
echo "$seen"
if [ "$seen" != "$expected" ]; then
	printf 'This has changed. It was:\n%s\n' "$expected"
	exit 1
fi
