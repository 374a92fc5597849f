import { breakTypedLines } from '../../../nodes/ISendPro/api/text/typed-line-breaks';
import { processorTime } from '../../helpers/processor-time';

const typed = String.raw;

describe('A line break that was typed as a backslash and n', () => {
	it.each([
		[typed`Bonjour\nMerci`, 'Bonjour\nMerci', 8],
		[typed`Bonjour\r\nMerci`, 'Bonjour\nMerci', 8],
		[typed`Bonjour \n\n Merci\n`, 'Bonjour \n\n Merci\n', 9],
		[typed`\nBonjour`, '\nBonjour', 1],
		// escaped twice, as JSON in JSON is
		[typed`Bonjour\\nMerci`, 'Bonjour\nMerci', 8],
		[typed`Bonjour\\r\\nMerci`, 'Bonjour\nMerci', 8],
		[typed`😀\nvoilà`, '😀\nvoilà', 2],
		[typed`Lien : https://a.fr/x\nMerci`, 'Lien : https://a.fr/x\nMerci', 22],
		[typed`Plan : C:\temp est prêt\nMerci`, 'Plan : C:\\temp est prêt\nMerci', 24],
		[typed`ligne1\nligne2`, 'ligne1\nligne2', 7],
		// no drive has had these letters for decades
		[typed`Option A:\noui`, 'Option A:\noui', 10],
		[typed`Plan b:\nnon`, 'Plan b:\nnon', 8],
	])('becomes one: %s', (written, text, position) => {
		expect(breakTypedLines(written)).toEqual({ text, position });
	});

	it.each([
		typed`C:\new\names`,
		typed`Voir C:\notes\n1.txt`,
		typed`Voir (D:\nas\new)`,
		typed`Voir "C:\new folder\my names\n.txt"`,
		typed`C:\new folder\names`,
		typed`\\server\notes`,
		typed`Voir \\nas\news\new`,
		typed`%TEMP%\new ..\new .\names`,
		typed`HKEY_LOCAL_MACHINE\notes`,
		'Bonjour\nMerci',
		typed`a\b \t \r`,
	])('is none in a path, nor is anything else: %s', (written) => {
		expect(breakTypedLines(written)).toEqual({ text: written });
	});

	it('is found in no time where a text does its worst', () => {
		const milliseconds = processorTime(() => {
			for (const one of ['\\', '\\n', 'C:\\', ' \\\\a', '%a', '"C:\\ ', 'C:\\ a', '(', '.\\'])
				breakTypedLines(one.repeat(100_000));
		});
		expect(milliseconds).toBeLessThan(4_000);
	});
});
