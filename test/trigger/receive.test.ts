import fc from 'fast-check';

import type { EventName } from '../../nodes/ISendPro/trigger/event';
import { EVENT_NAMES } from '../../nodes/ISendPro/trigger/event';
import { receive } from '../../nodes/ISendPro/trigger/receive';
import type { TriggerSettings } from '../../nodes/ISendPro/trigger/settings';
import type { StopMatch } from '../../nodes/ISendPro/trigger/stop';
import { STOP_MATCHES } from '../../nodes/ISendPro/trigger/stop';
import { receiptQuery, replyQuery, stopQuery } from './queries';

const receivedAt = new Date('2024-05-06T07:08:09.123Z');
const problem = { status: 200, body: 'probleme' };
const validated = { status: 200, body: 'validation' };
const forbidden = { status: 403, body: 'forbidden' };

function call(query: string, settings: Partial<TriggerSettings> = {}, body = '') {
	return receive(
		{
			url: `/webhook/some-id/replies?${query}`,
			body: Buffer.from(body, 'latin1'),
			ip: '192.0.2.1',
			receivedAt,
		},
		{ events: EVENT_NAMES, ...settings },
	);
}

function eventOf(query: string, settings: Partial<TriggerSettings> = {}, body = '') {
	const reception = call(query, settings, body);
	if (!('event' in reception)) throw new Error(`no event, but ${reception.body}`);
	return reception.event;
}

describe('A call', () => {
	it('with a text is a reply, with the time it came', () => {
		expect(eventOf(replyQuery)).toEqual({
			event: 'reply',
			eventId: expect.stringMatching(/^[0-9a-f]{64}$/),
			from: '0612345678',
			text: 'Merci',
			isStop: false,
			messageId: '545454545',
			tracker: 'compte12_5874',
			receivedAt: '2024-05-06T07:08:09.123Z',
			raw: {
				tel: '0612345678',
				id_retour: '545454545',
				msg_sms: 'Merci',
				tracker: 'compte12_5874',
			},
		});
	});

	it('may be a form, in part or as a whole', () => {
		expect(eventOf('', {}, stopQuery)).toEqual(eventOf(stopQuery));
		expect(eventOf('tel=0612345678', {}, 'msg_sms=Oui')).toMatchObject({ text: 'Oui' });
	});

	it('with a text and a status keeps the text', () => {
		expect(eventOf(`${stopQuery}&statut=0`)).toMatchObject({ event: 'stop' });
		expect(eventOf(`${receiptQuery}&msg_sms=`)).toMatchObject({ event: 'deliveryReceipt' });
	});

	it.each([
		...['', 'a=b', 'tel=0612345678', 'statut=0', 'msg_sms=STOP', 'tel=&msg_sms=STOP'],
		...['tel=[TEL]&libelle=[LIBELLE]&statut=[STATUT]', '{"tel":"0612345678","statut":"0"}'],
	])('that tells nothing is a problem: %s', (query) => {
		expect(call(query)).toEqual(problem);
		expect(call('', {}, query)).toEqual(problem);
	});

	it('without a query and a body is a problem too', () => {
		const request = { url: '/webhook/x/replies', receivedAt };
		expect(receive(request, { events: EVENT_NAMES })).toEqual(problem);
	});
});

describe('Selected events', () => {
	it.each<[query: string, events: EventName[], event: EventName | undefined]>([
		[receiptQuery, ['deliveryReceipt'], 'deliveryReceipt'],
		[receiptQuery, ['reply', 'stop'], undefined],
		[replyQuery, ['reply'], 'reply'],
		[replyQuery, ['deliveryReceipt', 'stop'], undefined],
		[stopQuery, ['stop'], 'stop'],
		[stopQuery, ['stop', 'reply'], 'stop'],
		[stopQuery, ['reply'], 'reply'],
		[stopQuery, ['deliveryReceipt'], undefined],
	])('decide what starts the workflow: %s, %j', (query, events, event) => {
		const reception = call(query, { events });
		const isStop = event !== undefined && query === stopQuery;
		if (event) expect(reception).toMatchObject({ event: { event, ...(isStop ? { isStop } : {}) } });
		else expect(reception).toEqual(validated);
	});

	it('follow the keywords of the user', () => {
		const fin = replyQuery.replace('Merci', 'f%EEn');
		expect(eventOf(fin).event).toBe('reply');
		expect(eventOf(fin, { stopKeywords: 'STOP, FIN' }).event).toBe('stop');
	});

	it('follow where the user wants the keyword to stand', () => {
		const begins = replyQuery.replace('Merci', 'Stop,+je+pars');
		const within = replyQuery.replace('Merci', 'Le+stop+est+loin');
		const eventsOf = (stopMatch?: StopMatch) =>
			[begins, within].map((query) => eventOf(query, { stopMatch }).event);
		expect(eventsOf()).toEqual(['stop', 'reply']);
		expect(eventsOf('begins')).toEqual(['stop', 'reply']);
		expect(eventsOf('alone')).toEqual(['reply', 'reply']);
		expect(eventsOf('anywhere')).toEqual(['stop', 'stop']);
	});
});

describe('Where replies are not selected, but STOP is', () => {
	const within = replyQuery.replace('Merci', 'Le+stop+est+loin');

	it('a keyword anywhere makes a reply a STOP, since nobody would read it', () => {
		for (const stopMatch of [undefined, ...STOP_MATCHES]) {
			for (const events of [['stop'], ['stop', 'deliveryReceipt']] as const) {
				const event = eventOf(within, { events: [...events], stopMatch });
				expect(event).toMatchObject({ event: 'stop', isStop: true });
			}
		}
	});

	it('a reply without a keyword is acknowledged, and starts nothing', () => {
		expect(call(replyQuery, { events: ['stop'] })).toEqual(validated);
	});

	it('nothing changes for a trigger that takes both, or replies alone', () => {
		const reply = { event: 'reply', isStop: false };
		expect([eventOf(within), eventOf(within, { events: ['reply'] })]).toMatchObject([reply, reply]);
	});
});

describe('A call that is too large to be one', () => {
	const fields = (count: number) => '&x=1'.repeat(count - 4);
	const bytes = (count: number) => `&x=${'a'.repeat(count - replyQuery.length - 3)}`;

	it.each([
		['100 fields', fields(100), fields(101)],
		['64 KB', bytes(65_536), bytes(65_537)],
	])('is a problem, whatever it says: over %s', (_, most, more) => {
		expect(eventOf('', {}, `${replyQuery}${most}`)).toMatchObject({ event: 'reply' });
		expect(call('', {}, `${replyQuery}${more}`)).toEqual(problem);
		expect(call(`${replyQuery}${more}`)).toEqual(problem);
	});

	it('is a problem where query and form are too large together', () => {
		expect(call(replyQuery, {}, fields(100).slice(1))).toHaveProperty('event');
		expect(call(replyQuery, {}, fields(101).slice(1))).toEqual(problem);
	});

	it('is a problem even when the event is not selected, and forbidden before that', () => {
		const body = `${stopQuery}${fields(101)}`;
		expect(call('', { events: ['reply'] }, body)).toEqual(problem);
		expect(call('', { allowedIps: '198.51.100.0/24' }, body)).toEqual(forbidden);
	});

	it.each<[shape: string, unit: string]>([
		['fields', 'a&'],
		['a long value', 'a'],
		['escapes', '%41'],
		['separators', '&'],
	])('takes no time: 16 MB of %s', (_, unit) => {
		const body = `${stopQuery}&${unit.repeat(16_000_000 / unit.length)}`;
		const started = performance.now();
		expect(call('', {}, body)).toEqual(problem);
		// The bytes are copied once by this test; decoding them took many seconds.
		expect(performance.now() - started).toBeLessThan(1_000);
	});
});

describe('Settings that an expression no longer gives when a call comes', () => {
	it('start nothing where no event is known, and have iSendPro call again', () => {
		for (const query of [receiptQuery, replyQuery, stopQuery]) {
			expect(call(query, { events: [] })).toEqual(problem);
		}
	});
});

describe('A caller', () => {
	it('that is not allowed is refused, whatever it says', () => {
		for (const query of [receiptQuery, stopQuery, '', 'a=b']) {
			expect(call(query, { allowedIps: '198.51.100.0/24' })).toEqual(forbidden);
		}
	});

	it.each(['', 'undefined', '*', '192.0.2.1, isendpro.com'])(
		'is refused when the list cannot be read: %j',
		(allowedIps) => {
			expect(call(stopQuery, { allowedIps })).toHaveProperty('status', 403);
		},
	);
});

describe('Any query at all', () => {
	const documented = [
		...['tel', 'statut', 'msg_sms', 'id', 'id_retour', 'tracker', 'date', 'heure', 'libelle'],
		...['code_erreur', 'operateur', '__proto__', 'constructor', ''],
	];
	const name = fc.oneof(fc.constantFrom(...documented), fc.string({ maxLength: 5 }));
	const value = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 20 }),
		fc.constantFrom('0', '2', '0612345678', 'STOP', ' stop. ', '2024-10-27', '02:30:00', '108'),
		fc.nat().map(String),
	);
	const pairs = fc.array(fc.tuple(name, value), { maxLength: 14 });
	const escaped = (text: string) => encodeURIComponent(text).replaceAll('%20', '+');
	const junk = fc
		.array(fc.constantFrom('%', '&', '=', '+', '%E9', '%C3', 'tel', 'statut', 'msg_sms', '0', '?'))
		.map((parts) => parts.join(''));

	function expectNoFalseEvent(query: string) {
		const reception = call(query);
		if (!('event' in reception)) {
			expect(reception).toEqual(problem);
			return;
		}
		const { raw, event } = reception.event;
		expect(String(raw.tel)).toMatch(/\d/);
		expect(event === 'deliveryReceipt' ? raw.statut : raw.msg_sms).toBeDefined();
	}

	it('is read without a throw, and is no event without a number and a status or text', () => {
		fc.assert(
			fc.property(fc.oneof(junk, fc.string({ unit: 'binary' }).map(toLatin)), expectNoFalseEvent),
			{ numRuns: 10_000 },
		);
	});

	it('keeps raw as it was sent, and is an event exactly when it says so', () => {
		fc.assert(
			fc.property(pairs, (sent) => {
				const query = sent.map(([key, text]) => `${escaped(key)}=${escaped(text)}`).join('&');
				const valuesOf = (key: string) => sent.filter(([k]) => k === key).map(([, v]) => v);
				const numbered = /\d/.test(valuesOf('tel')[0] ?? '');
				const isReceipt = numbered && /^\s*\d+\s*$/.test(valuesOf('statut')[0] ?? '');
				const isReply = numbered && valuesOf('msg_sms').length > 0;
				const reception = call(query);
				expect('event' in reception).toBe(isReceipt || isReply);
				if (!('event' in reception)) return;
				for (const [key] of sent) {
					const [first, ...more] = valuesOf(key);
					expect(Object.getOwnPropertyDescriptor(reception.event.raw, key)?.value).toEqual(
						more.length > 0 ? [first, ...more] : first,
					);
				}
				expect(Object.keys(reception.event.raw)).toHaveLength(new Set(sent.map(([k]) => k)).size);
				expect(JSON.parse(JSON.stringify(reception.event))).toEqual(reception.event);
			}),
			{ numRuns: 10_000 },
		);
	});

	function toLatin(text: string): string {
		return Buffer.from(text).toString('latin1');
	}
});
