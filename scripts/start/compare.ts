import { deepStrictEqual } from 'node:assert';
import type { Simulator } from '../../simulator';
import type { Execution } from '../../harness';
import { itemsOf } from '../../harness';
import { Problem } from '../../harness/problem';
import { expectedMessages } from './expected';
import { sendingNode } from './report';

/**
 * Compares what arrived on the phones, and what the node put out, with what is expected.
 *
 * @throws Problem showing the difference
 */
export function compare(execution: Execution, simulator: Simulator): void {
	const arrived = simulator.phones.messages().map(({ to, text, characters, parts, encoding }) => ({
		to,
		text,
		characters,
		parts,
		encoding,
	}));
	assertEqual(arrived, expectedMessages, 'What arrived on the phones is not what was expected');

	const output = itemsOf(execution, sendingNode).map(({ json }) => {
		const { to, text, characters, parts, encoding, status } = json;
		return { to, text, characters, parts, encoding, status };
	});
	const sent = expectedMessages.map((message) => ({ ...message, status: 'sent' }));
	assertEqual(output, sent, 'What the node put out is not what was sent');
	console.log(`\n  All ${expectedMessages.length} SMS arrived as expected.`);
}

function assertEqual(actual: unknown, expected: unknown, message: string): void {
	try {
		deepStrictEqual(actual, expected);
	} catch (difference) {
		const text = difference instanceof Error ? difference.message : String(difference);
		throw new Problem(`${message}:\n\n${text}`);
	}
}
