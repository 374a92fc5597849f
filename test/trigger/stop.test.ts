import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

import { COMPANIONS_ABROAD, OPENINGS_ABROAD } from '../../nodes/ISendPro/trigger/courtesy-abroad';
import { isStart } from '../../nodes/ISendPro/trigger/start';
import { COMPANIONS, PHRASES } from '../../nodes/ISendPro/trigger/stop-words';
import { NO_STOPS_ABROAD, STOPS_ABROAD } from './stop-replies-abroad';
import type { StopMatch } from '../../nodes/ISendPro/trigger/stop';
import { isStop } from '../../nodes/ISendPro/trigger/stop';
import { NO_STOPS, STOPS } from './stop-replies';
import { processorTime } from '../helpers/processor-time';

describe('The table of replies', () => {
	describe.each(STOPS)('of STOPs: %s', (_, ...replies) => {
		it.each(replies)('%j is one', (text) => {
			expect(isStop(text)).toBe(true);
		});
	});

	describe.each(NO_STOPS)('of others: %s', (_, ...replies) => {
		it.each(replies)('%j is no STOP', (text) => {
			expect(isStop(text)).toBe(false);
		});
	});
});

describe('The table of replies in other languages', () => {
	describe.each(STOPS_ABROAD)('of STOPs: %s', (_, ...replies) => {
		it.each(replies)('%j is one, also in capitals and with signs', (text) => {
			expect(isStop(text)).toBe(true);
			expect(isStop(` ${text.toUpperCase()} !!`)).toBe(true);
		});
	});

	describe.each(NO_STOPS_ABROAD)('of others: %s', (_, ...replies) => {
		it.each(replies)('%j is no STOP, also in small letters', (text) => {
			expect(isStop(text)).toBe(false);
			expect(isStop(text.toLowerCase())).toBe(false);
		});
	});
});

describe('A reply of 100 KB', () => {
	const time = (text: string) =>
		processorTime(() => {
			isStop(text);
			isStart(text);
		});

	it.each([
		'A',
		'merci ',
		'STO',
		'S.',
		'x stop ',
		'ne plus ',
		'12 345 ',
		'стоп',
		'توقف ',
		'un stop\n',
	])('of nothing but %j takes milliseconds', (unit) => {
		time(unit.repeat(1_000));
		// A tenth of a second here; the limit leaves room for a busy machine.
		expect(time(unit.repeat(100_000 / unit.length))).toBeLessThan(1_000);
	});
});

describe('Words of courtesy', () => {
	const words = [...COMPANIONS, ...COMPANIONS_ABROAD, ...OPENINGS_ABROAD, ...PHRASES];

	it('alone, however many, ask neither for a stop nor for a start', () => {
		const some = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 });
		fc.assert(
			fc.property(some, (chosen) => {
				const text = chosen.join(' ');
				expect([text, isStop(text), isStart(text)]).toEqual([text, false, false]);
			}),
			{ numRuns: 5_000 },
		);
	});

	it.each(words)('alone ask for nothing: %s', (word) => {
		expect([isStop(word), isStart(word)]).toEqual([false, false]);
	});
});

describe('The table in docs/trigger.md', () => {
	const page = readFileSync(join(__dirname, '../../docs/trigger.md'), 'utf8');
	const rows = [...page.matchAll(/^\| (`.*?) \| (yes|no)\b/gm)].flatMap(
		([, replies = '', answer]) =>
			[...replies.matchAll(/`([^`]+)`/g)].map(
				([, reply = '']) => [reply, answer === 'yes'] as const,
			),
	);

	it.each(rows)('says what is true of %j: %s', (reply, stop) => {
		expect(isStop(reply)).toBe(stop);
	});
});

describe('STOP', () => {
	it('at the beginning counts, whatever follows', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (rest) => {
				expect(isStop(`STOP ${rest}`)).toBe(true);
				expect(isStop(`stop\n${rest}`)).toBe(true);
			}),
			{ numRuns: 5_000 },
		);
	});

	it.each([
		...['STOP\r\n', 'STOP 🙏', 'stop\0', 'STOP STOP', 'STOP  SMS.', 'STOP-SMS', 'les SMS : stop'],
		...['STOP SMS AU 36180', 'Stop au 36.180', 'STOP 36180 36180', 'STOP PUBLICITÉ', 'Stop la pub'],
		...['Bonjour, STOP', 'STOP 12', 'stop chez vous à 15 h', 'Stoppez vos SMS', 'stopper'],
	])('is seen in %j', (text) => {
		expect(isStop(text)).toBe(true);
	});

	it.each(['', ' ', ',', ';\n'])('and the rest are what an empty list (%j) means', (keywords) => {
		expect(isStop('stop', keywords)).toBe(true);
		expect(isStop('arrêt', keywords)).toBe(true);
	});
});

describe('A huge reply', () => {
	const repeat = (text: string) => text.repeat(400_000 / text.length);

	it.each<[what: string, text: string, stop: boolean]>([
		['STOP and much after it', `STOP ${repeat('12345 SMS ')}!x`, true],
		['STOP many times', repeat('STOP '), true],
		['letters apart', repeat('S T O '), false],
		['opening quotes', repeat('«'), false],
		['opening quotes of all kinds', repeat('«“"\n> '), false],
		['one long word', repeat('A'), false],
		['the letters of STOP', repeat('STO'), false],
		['words of courtesy', repeat('merci '), false],
		['digits', repeat('12 '), false],
		['signs', repeat('. '), false],
		['line breaks', repeat('\n'), false],
		['sentences of one letter', repeat('S.'), false],
		['short numbers', repeat('12 345 '), false],
		['the beginning of a refusal', repeat('ne plus '), false],
		['words of another alphabet', repeat('топ '), false],
		[
			'words that are all different',
			Array.from({ length: 40_000 }, (__, index) => {
				return index.toString(26).replace(/[0-9]/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');
			}).join(' '),
			false,
		],
		['marks on a letter', `e${repeat('\u0301')}`, false],
	])('is told at once: %s', (_, text, stop) => {
		const matches: StopMatch[] = ['begins', 'alone', 'anywhere'];
		const milliseconds = processorTime(() => {
			expect(isStop(text)).toBe(stop);
			for (const match of matches) isStop(text, 'STOP, ne plus recevoir', match);
		});
		// It takes a fraction of a second, and minutes where the time grows with the length's square.
		expect(milliseconds).toBeLessThan(10_000);
	});
});

describe('Where the keyword has to stand', () => {
	const cases: Array<[text: string, alone: boolean, begins: boolean, anywhere: boolean]> = [
		['Stop svp', true, true, true],
		['S.T.O.P', true, true, true],
		['Arrêtez de m’envoyer des SMS', true, true, true],
		['Stop, je ne veux plus de vos SMS', false, true, true],
		['STOP\nJean Dupont', false, true, true],
		['arrêt de travail', false, false, true],
		['On se voit au stop', false, false, true],
		['« Soldes. STOP 36180 » j’arrive', false, false, true],
		['Christophe', false, false, false],
		['ne stoppez pas', false, false, true],
		['Merci', false, false, false],
	];

	it.each(cases)('%j: alone %s, begins %s, anywhere %s', (text, alone, begins, anywhere) => {
		expect(isStop(text, 'STOP, ARRET', 'alone')).toBe(alone);
		expect(isStop(text, 'STOP, ARRET', 'begins')).toBe(begins);
		expect(isStop(text, 'STOP, ARRET', 'anywhere')).toBe(anywhere);
	});

	it('widens from alone to begins to anywhere', () => {
		const tables = [STOPS, NO_STOPS, STOPS_ABROAD, NO_STOPS_ABROAD];
		const texts = tables.flatMap((table) => table.flatMap(([, ...replies]) => replies));
		for (const text of texts) {
			const [alone, begins, anywhere] = (['alone', 'begins', 'anywhere'] as const).map((match) =>
				isStop(text, undefined, match),
			);
			if (alone) expect([text, begins]).toEqual([text, true]);
			if (begins) expect([text, anywhere]).toEqual([text, true]);
		}
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
		expect(isStop('désabonnement', 'ARRET')).toBe(false);
	});

	it('are only themselves, however they are spelt', () => {
		expect(isStop('off', 'OFF')).toBe(true);
		expect(isStop('of', 'OFF')).toBe(false);
		expect(isStop('off je ne veux plus', 'OFF')).toBe(false);
		expect(isStop('je dis off à tout', 'OFF', 'anywhere')).toBe(true);
		expect(isStop('Bonne soirée', 'SOIREE', 'anywhere')).toBe(true);
		expect(isStop('no thank you', 'NO THANK', 'alone')).toBe(true);
	});
});
