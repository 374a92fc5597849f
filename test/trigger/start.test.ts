import { NO_STOPS_ABROAD, STOPS_ABROAD } from './stop-replies-abroad';
import { EVENT_NAMES, readEvent } from '../../nodes/ISendPro/trigger/event';
import { readCall } from '../../nodes/ISendPro/api/callbacks/incoming-call';
import { isStart } from '../../nodes/ISendPro/trigger/start';
import { isStop } from '../../nodes/ISendPro/trigger/stop';
import { NO_STARTS, NO_STOPS, STARTS, STOPS } from './stop-replies';
import { processorTime } from '../helpers/processor-time';

const repliesOf = (table: typeof STARTS) => table.flatMap(([, ...replies]) => replies);

/** The event of a reply with this text. */
function eventOf(text: string, events = [...EVENT_NAMES]) {
	const call = readCall(Buffer.from(`tel=0601020304&msg_sms=${encodeURIComponent(text)}`));
	return readEvent(call, { events }, new Date(0));
}

describe('A wish to be written to again', () => {
	it.each(repliesOf(STARTS))('is told of %j, which leaves by Reply', (text) => {
		expect(eventOf(text)).toMatchObject({ event: 'reply', isStop: false, isStart: true });
	});

	it.each(repliesOf(NO_STARTS))('is not told of %j', (text) => {
		expect(eventOf(text)).not.toHaveProperty('isStart');
	});

	it('is in no STOP and in no reply of the tables of STOP', () => {
		const tables = [...STOPS, ...NO_STOPS, ...STOPS_ABROAD, ...NO_STOPS_ABROAD];
		const starting = tables.flatMap(([, ...replies]) => replies).filter(isStart);
		expect(starting).toEqual([]);
	});

	it('is nothing in a STOP, also where that is only a keyword of the user', () => {
		expect(isStop('START', 'START')).toBe(true);
		const call = readCall(Buffer.from('tel=0601020304&msg_sms=START'));
		const event = readEvent(call, { events: EVENT_NAMES, stopKeywords: 'START' }, new Date(0));
		expect(event).toMatchObject({ event: 'stop', isStop: true });
		expect(event).not.toHaveProperty('isStart');
	});

	it('is told at once of a huge reply', () => {
		const milliseconds = processorTime(() => {
			for (const text of ['START ', 'merci ', 'S T A R T ', '> ', 'é', 'UN ', 'OPT '])
				isStart(text.repeat(400_000 / text.length));
		});
		expect(milliseconds).toBeLessThan(10_000);
	});
});
