import { isStop } from '../../nodes/ISendPro/trigger/stop';

describe('STOP', () => {
	it.each([
		...['STOP', 'stop', 'Stop', ' Stop. ', 'STOP!!!', '"STOP"', '«\u00a0stop\u00a0»', '‘Stop’'],
		...['(stop)', 'STOP\r\n', 'stóp', 'ＳＴＯＰ', '𝗦𝗧𝗢𝗣', 'STOP 🙏', 'stop\0', 'STOP STOP'],
		...['STOP SMS', 'stop sms', 'STOP  SMS.', 'STOP-SMS', 'STOPSMS', 'SMS STOP', 'les SMS : stop'],
		...['STOP 36180', 'STOP36180', 'Stop au 36180', 'STOP SMS AU 36180', '36180 STOP'],
		...['STOP 36 180', 'Stop au 36.180', 'STOP 36180 36180'],
		...['stop pub', 'Stop svp', 'STOP, merci !', 'Stop la pub', 'STOP PUBLICITÉ', 'STOP à vos SMS'],
		...['Stop à tous ces messages, merci', 'Bonjour, STOP', 'Bonsoir stop aux sms merci'],
	])('is recognised in %j', (text) => {
		expect(isStop(text, 'STOP')).toBe(true);
	});

	it.each([
		...['', ' ', 'oui', 'Bonjour', 'SMS', 'les SMS', 'la pub', '36180', 'S T O P'],
		...['ne stoppez pas', 'Ne pas stop', 'stopper', 'stopover', 'stoppe', 'nonstop', 'non-stop'],
		...['stop chez vous à 15 h', 'Stop à 15 h devant la gare ?', 'Le bus a un stop au 36180'],
		...['Bonjour, je suis au stop', 'Bonjour, on se voit au stop'],
		...['STOP 12', 'STOP 06 12 34 56 78', 'STOP 0612345678'],
	])('is not seen in %j', (text) => {
		expect(isStop(text, 'STOP')).toBe(false);
	});

	it.each(['', ' ', ',', ';\n'])('is what an empty list of keywords (%j) means', (keywords) => {
		expect(isStop('stop', keywords)).toBe(true);
		expect(isStop('arrêt', keywords)).toBe(false);
	});

	it('is told from a long text that only looks like it, without hanging', () => {
		expect(isStop(`STOP ${'12345 SMS '.repeat(20_000)}!x`, 'STOP')).toBe(false);
		expect(isStop(`${'STOP '.repeat(200_000)}x`, 'STOP')).toBe(false);
		expect(isStop(`STOP${'.'.repeat(100_000)}x`, 'STOP')).toBe(false);
	});
});

describe('Keywords of the user', () => {
	const keywords = 'STOP, Arrêt; ne plus recevoir\nСТОП';

	it.each(['STOP', 'arret', 'ARRÊT !', 'arrêt 36180', 'Ne plus recevoir.', 'стоп', 'stop sms'])(
		'mean a STOP: %j',
		(text) => {
			expect(isStop(text, keywords)).toBe(true);
		},
	);

	it.each(['ne plus', 'arrêtez-vous ici', 'je ne veux plus recevoir de vos nouvelles'])(
		'mean none within other words: %j',
		(text) => {
			expect(isStop(text, keywords)).toBe(false);
		},
	);

	it('replace STOP when it is not among them', () => {
		expect(isStop('STOP', 'ARRET')).toBe(false);
	});
});
