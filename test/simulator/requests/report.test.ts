import { post, simulator, useSimulator } from '../client';

useSimulator();

describe('The campaign report', () => {
	const period = 'rapportCampagne=1&date_deb=2016-07-01%2000:00&date_fin=2016-07-31%2023:59';
	const send = async () => {
		simulator.clock.set('2016-07-01T10:18:30Z');
		simulator.account.noStopAllowed = true;
		simulator.account.prices['33'] = 0.044;
		await post(
			'num=0601020304&sms=%22%E9t%E9%22;%D5fin&emetteur=iSendPro&nostop=1&tracker=montracker123',
		);
	};

	it('lists what was sent, in the dialect `seen`', async () => {
		await send();
		const { body } = await post(period);
		expect(body).toBe(
			"Date d'envoi ;Emetteur ;Destinataire ;Message ;Information compl\u00e9mentaire ;Infos details ;Statut ;SMS retour ;Canal ;Prix ;STOP ;Tracker \r\n" +
				'01/07/2016 12:18;iSendPro;0601020304;"""\u00e9t\u00e9"";\nfin";ORAN: SMS remis;Message for 0033601020304 has been delivered;0;;Haute Qualite;0,044;0;montracker123;\r\n',
		);
	});

	it('includes the first and the last minute of its period, in French time', async () => {
		await send();
		const includesIt = async (from: string, until: string) => {
			const { body } = await post(
				`rapportCampagne=1&date_deb=2016-07-01%20${from}&date_fin=2016-07-01%20${until}`,
			);
			return body.includes('montracker123');
		};
		expect(await includesIt('12:18', '12:18')).toBe(true);
		expect(await includesIt('12:19', '13:00')).toBe(false);
		expect(await includesIt('12:00', '12:17')).toBe(false);
	});

	it.each([
		['wholeMinute', true, true],
		['firstSecond', true, false],
		['nothing', false, false],
	] as const)('covers %s of the minute of date_fin', async (reportEnd, atStart, later) => {
		simulator.service.reportEnd = reportEnd;
		for (const [second, isThere] of [
			['00', atStart],
			['01', later],
			['59', later],
		] as const) {
			simulator.account.reportRows.length = 0;
			simulator.account.reportRows.push({
				sentAt: new Date(`2016-07-01T10:18:${second}Z`),
				sender: '',
				to: '0601020304',
				text: '',
				information: '',
				details: '',
				status: '0',
				reply: '',
				channel: '',
				price: 0,
				stop: 0,
				tracker: 'edge',
			});
			const { body } = await post(
				'rapportCampagne=1&date_deb=2016-07-01%2012:00&date_fin=2016-07-01%2012:18',
			);
			expect(body.includes('edge')).toBe(isThere);
		}
	});

	it('shows the reply and whether it was STOP', async () => {
		await send();
		simulator.callbacks.replyUrl = `${simulator.controlUrl}/coverage`;
		await post('num=0601020304&sms=Second');
		await simulator.callbacks.reply('0601020304', 'Stop merci');
		const { body } = await post(period);
		expect(body).toContain(';Stop merci;Haute Qualite;0,044;1;;');
	});

	it('shows a reply with the last message that its phone had before, without a reply URL too', async () => {
		simulator.clock.set('2016-07-01T10:18:30Z');
		await post('num=0601020304&sms=First&tracker=one');
		await simulator.callbacks.reply('0601020304', 'Oui');
		await post('num=0601020304&sms=Second');
		const before = (await post(period)).body;
		await simulator.callbacks.reply('0601020304', 'Non');
		const { body } = await post(period);
		expect(before).toMatch(/;First;.*;Oui;.*;one;/);
		expect(before).not.toMatch(/;Second;.*;Oui;/);
		expect(body).toMatch(/;First;.*;Oui;.*;one;/);
		expect(body).toMatch(/;Second;.*;Non;/);
	});

	it('shows a message late, its status later, and a receipt that comes days after it', async () => {
		simulator.service.reportDelay = 60_000;
		simulator.service.statusDelay = 600_000;
		await send();
		simulator.phones.get('0601020305').receipt.outcome = 'none';
		await post('num=0601020305&sms=Second');
		const empty = await post(period);
		expect(empty.body).toContain('206');
		await simulator.clock.advance(60_000);
		const { body } = await post(period);
		expect(body).toContain('fin";;;;;Haute Qualite');
		await simulator.clock.advance(540_000);
		const later = (await post(period)).body;
		expect(later).toContain(
			'fin";ORAN: SMS remis;Message for 0033601020304 has been delivered;0;;',
		);
		expect(later).toContain(';Second;;;;;Haute Qualite');
		await simulator.clock.advance(3 * 86_400_000);
		const second = simulator.phones.get('0601020305').messages[0];
		await simulator.callbacks.report(second?.id ?? '', { outcome: 'failed', errorCode: '107' });
		expect((await post(period)).body).toContain('SFR: SMS non remis;');
		expect((await post(period)).body).toContain(';107;;Haute Qualite');
	});
});
