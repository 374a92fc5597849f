import { decode, encode } from 'iconv-lite';
import { decodeBack } from '../../../nodes/ISendPro/api/text/decode-back';
import { findWrongDecoding } from '../../../nodes/ISendPro/api/text/wrong-decoding';
import { processorTime } from '../../helpers/processor-time';

/** What was meant by a text with a place that was decoded wrongly; undefined if there is none. */
function meant(text: string): string | undefined {
	const [first] = findWrongDecoding(text);
	return first && decodeBack(text, first.encoding);
}

describe('UTF-8 that was read as windows-1252', () => {
	it.each([
		['ZoÃ©', 'Zoé'],
		['lâ€™heure', 'l’heure'],
		['NoÃ«l', 'Noël'],
		['cÅ“ur', 'cœur'],
		['Ã‡a', 'Ça'],
		['Ã€', 'À'],
		['20Â°C', '20°C'],
		['Ã\u00a0', 'à'],
		['voilÃ\u00a0!', 'voilà!'],
		['CÃ”TÃ‰', 'CÔTÉ'],
		['PÃ‚TÃ‰', 'PÂTÉ'],
		['CÅ’UR', 'CŒUR'],
		['OÃ™', 'OÙ'],
		['FÃ©licitations', 'Félicitations'],
		['Bientôtâ€¦', 'Bientôt…'],
		['10â‚¬', '10€'],
		['MarqueÂ®', 'Marque®'],
		['10Â\u00a0000', '10\u00a0000'],
		['Â«Bonjour', '«Bonjour'],
		['â€œBonjourâ€\x9d', '“Bonjour”'],
		['â€œBonjourâ€', '“Bonjour”'],
		['mâ€‘ci', 'm‑ci'],
		['Å\u00a0koda', 'Škoda'],
		['Å½iÅ¾ek', 'Žižek'],
		['GÃ¶teborg', 'Göteborg'],
		['Ã…sa', 'Åsa'],
		['Nguyá»…n', 'Nguyễn'],
		['mÆ°a', 'mưa'],
		['ðŸ˜€', '😀'],
		['ï»¿Bonjour', '\ufeffBonjour'],
		['Zoï¿½', 'Zo\ufffd'],
		['ï¬\x81n', 'ﬁn'],
		['ÐŸÑ€Ð¸Ð²ÐµÑ‚', 'Привет'],
		['ÎšÎ±Î»Î·', 'Καλη'],
		['æ—¥æœ¬', '日本'],
		// twice, and three times
		['ZoÃƒÂ©', 'Zoé'],
		['lÃ¢â‚¬â„¢heure', 'l’heure'],
		['ZoÃƒÆ’Ã‚Â©', 'Zoé'],
		// in small letters, in capitals, with a space that is no longer a no-break space
		['zoã©', 'zoé'],
		['LÂ€™HEURE', 'L’HEURE'],
	])('is found: %j', (garbled, expected) => {
		expect(meant(garbled)).toBe(expected);
		expect(findWrongDecoding(`Bonjour, ${garbled} !`)).not.toEqual([]);
	});

	it('is found where the no-break space of à has become a space', () => {
		expect(findWrongDecoding('RDV Ã 9 h')).toHaveLength(1);
		expect(findWrongDecoding('voilÃ.')).toHaveLength(1);
		expect(findWrongDecoding('20Â €')).toHaveLength(1);
		expect(findWrongDecoding('Merci Â !')).toHaveLength(1);
	});

	it('is found in quotation marks that are right', () => {
		expect(meant('«CÃ”TE»')).toBe('«CÔTE»');
		expect(meant('“Ã”TEZ”')).toBe('“ÔTEZ”');
		expect(meant('Â«Ã‰Â»')).toBe('«É»');
		expect(meant('“BENOÃ®T”')).toBe('“BENOîT”');
	});

	it('is found where its second byte has become a question mark', () => {
		expect(findWrongDecoding('Ã?tat')).toHaveLength(1);
		expect(findWrongDecoding('lâ??heure')).toHaveLength(1);
	});

	// Taken from the byte tables, not from our own: every letter of French, within a word and at its end.
	it.each([...'éèêëàâäôöùûüîïçœæÉÈÊËÀÂÄÔÖÙÛÜÎÏÇŒÆ’“”…–—€°«»½²'])(
		'is found for %s, within a word',
		(character) => {
			for (const encoding of ['windows-1252', 'macintosh', 'cp850']) {
				const isCapital = character !== character.toLowerCase();
				const [before, behind] = isCapital ? ['MO', 'T'] : ['mo', 't'];
				const garbled = `${before}${decode(encode(character, 'utf8'), encoding)}${behind}`;
				// five bytes have no sign in windows-1252: readers leave the control character
				if (garbled.includes('\ufffd')) continue;
				expect([encoding, meant(garbled)]).toEqual([encoding, `${before}${character}${behind}`]);
			}
		},
	);
});

describe('UTF-8 that was read in another encoding', () => {
	it.each([
		['Zo√©', 'Zoé'],
		['l‚Äôheure', 'l’heure'],
		['c≈ìur', 'cœur'],
		['10‚Ç¨', '10€'],
		['o√π', 'où'],
		['20¬∞', '20°'],
		['Zo├®', 'Zoé'],
		['h├┤tel', 'hôtel'],
		['lÔÇÖheure', 'l’heure'],
		['20┬░', '20°'],
		// ISO-8859-15, whose signs differ in eight places
		['trÃšs', 'très'],
		['hÃŽtel', 'hôtel'],
		['mÃ€dchen', 'mädchen'],
	])('is found: %s', (garbled, expected) => {
		expect(meant(garbled)).toBe(expected);
	});
});

describe('What was written so', () => {
	it.each([
		'São Paulo',
		'Ångström',
		'PÂTÉ EN CROÛTE',
		'«CAFÉ»',
		'Âge : 20 °C',
		'CRÊPE™',
		'MARCHÉ®',
		'«\u00a0Été\u00a0»',
		'À l’Église, l’Île… “Ô” – ‘Où’',
		'AMANHÃ… «IRMÃ» MAÇÃ® “LÃ”',
		'HALLÅ! NIVÅ… PÅ’s NIVÅ–suite',
		'HYVÄ… «TÄMÄ»',
		// a letter that is quoted
		'Drücken Sie „Ä“ oder „Å“',
		'Mit “Ä” und ‘Ö’, «Ä» et «Â», ‘Å’',
		'«LÃ» CAGOÃ™',
		// a mistyped À
		'Â bientôt ! Merci. Â demain',
		'AMANHÃ? voilâ?',
		'«voilà…» “está…” «mudrâ…»',
		'déjà¹ m² 3×½ Ø20',
		'Où… «OÙ» OÙ ! LÀ™',
		'CÔTÉ–MER, CÔTÉ—COUR',
		'Nguyễn Thị Hằng Đỗ ơ ư',
		'Łódź, Škoda, Žižek, Ñandú, Ýmir',
		'Hawaï… «Hawaï…»',
		'√2 = 1,41 ; √π ; ├── dossier ; ┬─┐ ; ≈ 3',
		'10 € – 20 € • 30 £ … §5 ™ © ® °',
		'E\u0301te\u0301 ÿ Ÿ ß ð Þ',
		'Ä, Ö, Ü; ä…ö…ü',
	])('is left alone: %s', (text) => {
		expect(findWrongDecoding(text)).toEqual([]);
	});

	it('is read in no time, however long it is', () => {
		const milliseconds = processorTime(() => {
			for (const one of ['Ã', 'Ã©', 'â', 'AÃ…', 'é…', 'ð', '√', 'Â ', 'x '])
				findWrongDecoding(one.repeat(100_000));
		});
		expect(milliseconds).toBeLessThan(4_000);
	});
});
