import { readCall } from '../../nodes/ISendPro/api/callbacks/incoming-call';
import type { EventSettings } from '../../nodes/ISendPro/trigger/event';
import { EVENT_NAMES, readEvent } from '../../nodes/ISendPro/trigger/event';
import { receiptQuery, replyQuery, stopQuery } from './queries';

function eventOf(
	query: string,
	settings: Partial<EventSettings> = {},
	body = '',
	receivedAt = new Date(),
) {
	const call = readCall(Buffer.from(query, 'latin1'), Buffer.from(body, 'latin1'));
	const event = readEvent(call, { events: EVENT_NAMES, ...settings }, receivedAt);
	if (!event) throw new Error('no event');
	return event;
}

const idOf = (query: string, body = '') => eventOf(query, {}, body).eventId;

describe('The id of an event', () => {
	it('is the same for a repeated call', () => {
		expect(eventOf(stopQuery, {}, '', new Date(0)).eventId).toBe(idOf(stopQuery));
	});

	it.each([
		['another order', 'statut=0&tel=0612345678&id=1', 'tel=0612345678&id=1&statut=0'],
		['a form', stopQuery, 'STOP'],
		['+ for %20', stopQuery, stopQuery.replace('%20', '+')],
		['another charset', `${replyQuery}%E9`, `${replyQuery}%C3%A9`],
		['a new parameter', stopQuery, `${stopQuery}&try=2`],
		['a missing one that was empty', `${receiptQuery}`, `${receiptQuery}&unknown=`],
	])('does not depend on how it is written: %s', (_, query, same) => {
		const id = same === 'STOP' ? idOf('', stopQuery) : idOf(same);
		expect(id).toBe(idOf(query));
	});

	it('does not depend on which events and keywords are selected', () => {
		const [asStop, asReply, asWord] = [
			eventOf(stopQuery),
			eventOf(stopQuery, { events: ['reply'] }),
			eventOf(stopQuery, { stopKeywords: 'ARRET' }),
		].map(({ eventId }) => eventId);
		expect(asReply).toBe(asStop);
		expect(asWord).toBe(asStop);
	});

	it('differs as soon as one documented parameter does', () => {
		const changed = (query: string, parameter: string) => {
			const [name] = parameter.split('=');
			return query.replace(new RegExp(`(?<![^&])${name}=[^&]*`), parameter);
		};
		const inReceipt = [
			...['tel=0612345679', 'libelle=lu', 'statut=2', 'code_erreur=001', 'date=2012-08-13'],
			...['heure=15:07:13', 'id=35987', 'operateur=ORAN', 'tracker=compte12_5875'],
		];
		const inReply = [
			...['tel=0612345679', 'id_retour=545454546', 'msg_sms=merci', 'msg_sms=Merci+'],
			'tracker=compte12_5875',
		];
		const queries = [
			...[receiptQuery, ...inReceipt.map((parameter) => changed(receiptQuery, parameter))],
			...[replyQuery, ...inReply.map((parameter) => changed(replyQuery, parameter))],
			'tel=0612345678&id=1&tracker=23&statut=0',
			'tel=0612345678&id=12&tracker=3&statut=0',
		];
		expect(new Set(queries.map((query) => idOf(query))).size).toBe(queries.length);
	});
});

describe('What iSendPro sent', () => {
	it('is kept, decoded but otherwise as it was', () => {
		const { raw } = eventOf('tel=+06&msg_sms=%20%22%3Cb%3E%22%00&x=1&x=2&empty=&__proto__=y');
		expect(Object.entries(raw)).toEqual([
			['tel', ' 06'],
			['msg_sms', ' "<b>"\0'],
			['x', ['1', '2']],
			['empty', ''],
			['__proto__', 'y'],
		]);
		expect(Object.getPrototypeOf(raw)).toBe(Object.prototype);
		expect(({} as Record<string, unknown>).y).toBeUndefined();
	});
});
