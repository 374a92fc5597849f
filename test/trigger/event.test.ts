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

	it.each([
		// printf '["reply","+33612345678","1","STOP",""]' | sha256sum
		[
			'tel=%2B33612345678&id_retour=1&msg_sms=STOP',
			'38acc9d651d4885b52c03bc65b743751b83414a6bc84fc7e3d823a50f3e53d56',
		],
		[
			'tel=33612345678&id_retour=1&msg_sms=STOP',
			'8574a5cf6930a6db59a937102df6e2c42ba6c30d6caf5f8057b4750cd1b43fbf',
		],
		// printf '["deliveryReceipt","33612345678","","0","","","","","",""]' | sha256sum
		[
			'tel=33612345678&statut=0',
			'7332d7cff1a23b2e99f57eb180facfdb244336380009043381a167f1daf33e46',
		],
	])('is of the number as it came, so that it stays what it was: %s', (query, id) => {
		expect(idOf(query)).toBe(id);
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

describe('The number of an event', () => {
	it('is written as Send submits it, and stays in what iSendPro sent as it came', () => {
		expect(eventOf('tel=32470123456&statut=0')).toMatchObject({
			to: '0032470123456',
			raw: { tel: '32470123456' },
		});
		expect(eventOf('tel=+33612345678&msg_sms=STOP')).toMatchObject({
			from: '0612345678',
			raw: { tel: ' 33612345678' },
		});
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
