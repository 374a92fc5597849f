import type { ReceivedMessage, Simulator } from '../../simulator';
import type { Execution } from '../../harness';
import { itemsOf } from '../../harness';

/** The node of the first example whose output has each recipient's result. */
export const sendingNode = 'Send the SMS';

const screenWidth = 40;

/** Prints n8n's result for each recipient, and what the phones show. */
export function showResult(execution: Execution, simulator: Simulator): void {
	const { error } = execution.data.resultData;
	console.log(`\n  n8n: ${execution.status}${error === undefined ? '' : `, ${error.message}`}`);
	for (const { json } of itemsOf(execution, sendingNode)) {
		const { to, status, code, reason, parts, characters, encoding } = json;
		const why = reason === undefined ? '' : `  ${String(reason)}`;
		console.log(
			`    ${String(to)}  ${String(status)} (code ${String(code)})  ` +
				`${String(parts)} SMS, ${String(characters)} characters, ${String(encoding)}${why}`,
		);
	}
	console.log('\n  On the phones:');
	for (const message of simulator.phones.messages()) console.log(screen(message));
}

function screen({ to, text, sender, parts, characters, encoding }: ReceivedMessage): string {
	const line = '─'.repeat(screenWidth + 2);
	const from = sender === '' ? '' : `, from ${sender}`;
	return [
		`    ${to}${from}: ${parts} SMS, ${characters} characters, ${encoding}`,
		`    ┌${line}┐`,
		...text
			.split('\n')
			.flatMap(wrap)
			.map((part) => `    │ ${part.padEnd(screenWidth)} │`),
		`    └${line}┘`,
	].join('\n');
}

/** Breaks a line between words where the screen ends. */
function wrap(line: string): string[] {
	const lines = [''];
	for (const word of line.split(' ')) {
		const last = lines.at(-1) ?? '';
		const longer = last === '' ? word : `${last} ${word}`;
		if (longer.length <= screenWidth || last === '') lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
}
