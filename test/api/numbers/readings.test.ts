import type { CountryCode } from 'libphonenumber-js/max';
import {
	getCountries,
	getCountryCallingCode,
	getExampleNumber,
	parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/examples.mobile.json';

import { InvalidInputError } from '../../../nodes/ISendPro/api/errors';
import { readPhoneNumbers } from '../../../nodes/ISendPro/api/numbers/phone-number';
import { outcome, refusal, submitted } from './read';

describe('Digits that begin with 00', () => {
	it.each([
		['00612345678', '+612345678 or 0612345678'],
		['00 6 12 34 56 78', '+612345678 or 0612345678'],
		['00621234567', '+621234567 or 0621234567'],
		['00662345678', 'is not a phone number'],
		['00712345678', 'is not a phone number'],
		['00123456789', 'is not a phone number'],
		['00687751234', '00687751234'],
		['00687201234', '+687201234 or 0687201234'],
		['0061412345678', '0061412345678'],
		['00622212345678', '00622212345678'],
		['0068987123456', '0068987123456'],
		['0032475123456', '0032475123456'],
		['0033612345678', '0612345678'],
		['00596696123456', '0596696123456'],
		['000612345678', 'is not a phone number'],
	])('and could have a zero too many, in France: %s becomes %s', (written, expected) => {
		expect(outcome(written)).toBe(expected);
	});

	it.each([
		['DE', '0015112345678', '+15112345678 or +4915112345678'],
		['DE', '004915112345678', '004915112345678'],
		['DE', '004930123456', '004930123456'],
		['BE', '0032475123456', '0032475123456'],
		['BE', '00470123456', 'is not a phone number'],
		['GB', '007911123456', 'is not a phone number'],
		['CH', '0041791234567', '0041791234567'],
		['RE', '00692123456', 'is not a phone number'],
		['RE', '00612345678', '+612345678 or 0612345678'],
		['HK', '0016591234567', '+16591234567 or +6591234567'],
		['HK', '0085251234567', '0085251234567'],
		['HK', '00133601020304', 'is not a phone number'],
		['AU', '001133601020304', 'is not a phone number'],
	] as const)('and could have one too many in %s: %s becomes %s', (country, written, expected) => {
		expect(outcome(written, country)).toBe(expected);
	});

	it('are refused with both readings and how to write each', () => {
		expect(refusal('00 612345678')).toMatchObject({
			message: '"00 612345678" can be read as two phone numbers',
			description:
				'It is +612345678 (Australia), or it is 0612345678 (France). Write the number that you mean in one of these ways.',
		});
		expect(submitted('+612345678, 0612345678')).toEqual(['00612345678', '0612345678']);
		expect(refusal('0015112345678', 'DE').description).toContain('+4915112345678 (Germany)');
	});

	it('show the number with a zero less where they are none', () => {
		expect(refusal('00712345678').description).toContain(
			'If you mean 0712345678 (France), write it like that.',
		);
	});

	it.each([
		['06', { abroad: 0, ambiguous: 39, only: 61 }],
		['07', { abroad: 0, ambiguous: 0, only: 100 }],
	])(
		'are no French number with a zero too many that goes abroad unseen: %sxx',
		(start, expected) => {
			const found = { abroad: 0, ambiguous: 0, only: 0 };
			for (let range = 0; range < 100; range++) {
				const outcomes = Array.from({ length: 100 }, (_, index) => {
					const national = `${start}${String(range).padStart(2, '0')}${String(index * 9999).padStart(6, '0')}`;
					return { written: `0${national}`, became: outcome(`0${national}`) };
				});
				for (const { written, became } of outcomes) {
					if (!/^\d/.test(became)) continue;
					// What does go is a mobile number there
					expect(became).toBe(written);
					expect(parsePhoneNumberFromString(`+${became.slice(2)}`)?.getType()).toMatch(/MOBILE/);
				}
				const isAmbiguous = outcomes.some(({ became }) => became.includes(' or '));
				const isAbroad = outcomes.every(({ became }) => /^\d/.test(became));
				found[isAbroad ? 'abroad' : isAmbiguous ? 'ambiguous' : 'only']++;
			}
			expect(found).toEqual(expected);
		},
	);
});

describe('Digits that begin with one 0', () => {
	it.each([
		['FR', '0612345678', '0612345678'],
		['BE', '0612345678', '+32612345678 or +33612345678'],
		['BE', '0470123456', '0032470123456'],
		['BE', '0123456789', '0032123456789'],
		['CH', '0612345678', '0041612345678'],
		['NL', '0612345678', '0031612345678'],
		['LU', '0612345678', '+3520612345678 or +33612345678'],
		['ES', '0612345678', 'is not a phone number'],
		['BE', '0596696123456', 'is not a phone number'],
	] as const)(
		'are of the default country, and where they are none there not silently so: in %s, %s becomes %s',
		(country, written, expected) => {
			expect(outcome(written, country)).toBe(expected);
		},
	);
});

describe('Digits that begin with one 0 and the country code of the default country', () => {
	it.each([
		['CH', '041781234567', '+41781234567 (Switzerland)'],
		['NL', '031612345678', '+31612345678 (Netherlands)'],
		['TR', '0905321234567', '+905321234567 (Türkiye)'],
		['IN', '0919876543210', '+919876543210 (India)'],
		['PK', '0923012345678', '+923012345678 (Pakistan)'],
		['AU', '061412345678', '+61412345678 (Australia)'],
		['SE', '046701234567', '+46701234567 (Sweden)'],
		['IT', '0393331234567', '+393331234567 (Italy)'],
		['FR', '033612345678', '0612345678 (France)'],
	] as const)(
		'are not given it twice: in %s, %s is refused with the number that it may be',
		(country, written, number) => {
			expect(refusal(written, country).description).toContain(`If you mean ${number}, write it`);
		},
	);

	it.each([
		['CH', '0412345678', '0041412345678'],
		['DE', '04921123456', '00494921123456'],
		['DE', '04915112345678', '+4915112345678 or +494915112345678'],
		['IT', '0392312345', '00390392312345'],
		['US', '12125551234', '0012125551234'],
		['FR', '0331234567', '0331234567'],
	] as const)(
		'are a number where one begins so, or two: in %s, %s becomes %s',
		(country, written, expected) => {
			expect(outcome(written, country)).toBe(expected);
		},
	);
});

describe('Digits without + or 0', () => {
	it.each([
		['FR', '32470123456', '0032470123456'],
		['FR', '32 470 12 34 56', '0032470123456'],
		['FR', '41791234567', '0041791234567'],
		['FR', '4915112345678', '004915112345678'],
		['FR', '393912345678', '00393912345678'],
		['FR', '14155552671', '0014155552671'],
		['FR', '68987123456', '0068987123456'],
		['FR', '33601020304', '0601020304'],
		['FR', '262692123456', '00262692123456'],
		['FR', '612345678', '0612345678'],
		['FR', '687751234', '0687751234'],
		['FR', '123456789', '0123456789'],
		['FR', '376312345', '+376312345 or 0376312345'],
		['FR', '299221234', '+299221234 or 0299221234'],
		['FR', '33123456789', '0123456789'],
		['FR', '3221234567', 'is not a phone number'],
		['FR', '6212345678', 'is not a phone number'],
		['FR', '6123456789', 'is not a phone number'],
		['FR', '68271234', 'is not a phone number'],
		['FR', '6591234567', 'is not a phone number'],
		['FR', '7012345678', 'is not a phone number'],
		['FR', '99912345678', 'is not a phone number'],
		['DE', '4915112345678', '004915112345678'],
		['DE', '15112345678', '004915112345678'],
		['DE', '493012345678', '00493012345678'],
		['DE', '4955631597', '+4955631597 or +494955631597'],
		['PL', '484664049', '+484664049 or +48484664049'],
		['PL', '48512345678', '0048512345678'],
		['KP', '992917123456', '+992917123456 or +2917123456'],
		['DE', '33601020304', '+33601020304 or +4933601020304'],
		['AT', '33601020304', '+33601020304 or +4333601020304'],
		['LU', '33601020304', '+33601020304 or +35233601020304'],
		['IT', '33601020304', '+33601020304 or +3933601020304'],
		['BE', '33601020304', '0601020304'],
		['CH', '33601020304', '0601020304'],
		['ES', '33601020304', '0601020304'],
		['GB', '33601020304', '0601020304'],
		['US', '33601020304', '0601020304'],
		['US', '33623456789', 'is not a phone number'],
		['US', '447400123456', '00447400123456'],
		['BE', '32470123456', '0032470123456'],
		['BE', '470123456', '0032470123456'],
		['LU', '352621123456', '00352621123456'],
		['LU', '621123456', '00352621123456'],
		['IT', '3912345678', '00393912345678'],
		['IT', '393912345678', '00393912345678'],
		['ID', '6281234567890', '006281234567890'],
		['ID', '81234567890', '006281234567890'],
		['XK', '38343201234', '0038343201234'],
		['XK', '43201234', '0038343201234'],
		['NC', '687751234', '00687751234'],
		['NC', '751234', '00687751234'],
		['US', '4155552671', '0014155552671'],
		['US', '6592234567', '0016592234567'],
		['ES', '612345678', '0034612345678'],
	] as const)(
		'are read by what is a number, in %s: %s becomes %s',
		(country, written, expected) => {
			expect(outcome(written, country)).toBe(expected);
			expect(outcome(Number(written.replaceAll(' ', '')), country)).toBe(expected);
		},
	);

	it('are refused with the number abroad that they may be', () => {
		expect(refusal('3221234567').description).toContain(
			'If you mean +3221234567 (Belgium), write it like that.',
		);
	});

	it('are not taken for a number abroad where they are a mobile number with a digit too few or too many', () => {
		expect(refusal('68271234').description).toMatch(
			/^It has 8 digits, a French number has 10\. If you mean \+68271234 \(Cook Islands\)/,
		);
		expect(refusal('6591234567').description).toContain('+6591234567 (Singapore)');
	});

	it('tell where the zero that was added hides a mobile number of the Pacific', () => {
		expect(readPhoneNumbers('687751234, 612345678')).toEqual([
			{
				submitted: '0687751234',
				country: 'FR',
				metropolitanFrance: true,
				alsoAbroad: 'New Caledonia',
			},
			{ submitted: '0612345678', country: 'FR', metropolitanFrance: true },
		]);
	});
});

describe('The example of a mobile number', () => {
	const countries = getCountries();

	/** An example, and how it is submitted. */
	function exampleOf(country: CountryCode) {
		const number = getExampleNumber(country, examples);
		if (!number) throw new Error(`${country} has no example`);
		const [only] = submitted(number.number);
		return {
			e164: number.number,
			national: number.formatNational(),
			bare: number.number.slice(1),
			expected: only ?? '',
		};
	}

	const all = countries.map((country) => ({ country, ...exampleOf(country) }));

	/** Undefined where it is refused. */
	function read(written: string, defaultCountry: string) {
		try {
			return readPhoneNumbers(written, defaultCountry)[0];
		} catch (error) {
			expect(error).toBeInstanceOf(InvalidInputError);
			return undefined;
		}
	}

	it('of every country is read in every form, with that country or France as the default', () => {
		const refused: string[] = [];
		for (const { country, e164, national, bare, expected } of all) {
			const forms = [
				[e164, 'FR'],
				[e164, country],
				[`00${bare}`, 'FR'],
				[`00${bare}`, country],
				[national, country],
				[bare, country],
				[bare, 'FR'],
			] as const;
			for (const [written, defaultCountry] of forms) {
				if (read(written, defaultCountry)?.submitted !== expected) {
					refused.push(`${defaultCountry} ${written}: ${outcome(written, defaultCountry)}`);
				}
			}
		}
		// Also a French mobile number with a digit too few or too many
		const isTypo = (line: string) => /^FR [67](?:\d{7}|\d{9}): is not/.test(line);
		expect(refused.filter((line) => !isTypo(line))).toEqual([
			// With the zero that nine digits of France's plan may have lost, they are numbers of France.
			'FR 376312345: +376312345 or 0376312345',
			'FR 298211234: +298211234 or 0298211234',
			'FR 299221234: +299221234 or 0299221234',
			'FR 687751234: 0687751234',
			'FR 672381234: 0672381234',
			// Saint Helena and Tristan da Cunha share a code, and the latter's mobile range is not known.
			'FR 2908999: is not a phone number',
			'FR 688901234: 0688901234',
			'FR 681821234: 0681821234',
		]);
	});

	it('is never read as a number of another country than the default one and its own', () => {
		const wrong: string[] = [];
		// Those that dial another prefix than 00, or whose plan is lax, and some others; all of them take 15 s
		const lax = new Set('AU BR DE FR HK ID IT KP KR LU NC RE SG US XK'.split(' '));
		for (const defaultCountry of countries.filter((code, n) => n % 8 === 0 || lax.has(code))) {
			const own = getCountryCallingCode(defaultCountry);
			for (const { e164, bare, expected } of all) {
				for (const written of [e164, `00${bare}`, bare]) {
					const became = read(written, defaultCountry);
					if (!became || became.submitted === expected || became.alsoAbroad) continue;
					if (written === bare && became.submitted.startsWith(`00${own}`)) continue;
					wrong.push(`${defaultCountry} ${written}: ${became.submitted}`);
				}
			}
		}
		expect(wrong).toEqual([]);
	}, 60_000);
});
