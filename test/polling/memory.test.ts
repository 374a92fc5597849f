import { newestState } from '../../nodes/ISendPro/polling/memory';
import type { PollingState } from '../../nodes/ISendPro/polling/state';
import { readState } from '../../nodes/ISendPro/polling/state';

const at = (sequence: number, owner = 'me'): PollingState => ({ version: 1, owner, sequence });

describe('A poll goes on', () => {
	it.each([
		['from what n8n stored, in a new process', undefined, at(3), 3],
		['from what the process knows, where n8n stored nothing', at(3), undefined, 3],
		['from what the process knows, where n8n stored less', at(5), at(3), 5],
		['from what n8n stored, where another process went on', at(3), at(5), 5],
		['from nothing, with another account', at(3, 'other'), undefined, undefined],
	])('%s', (_, state, stored, sequence) => {
		const memory = { isPolling: false, state, emitted: 2 };
		expect(newestState(memory, stored, 'me', false)?.sequence).toBe(sequence);
	});

	it('from what n8n stored where it may have dropped what came later', () => {
		const memory = { isPolling: false, state: at(6), emitted: 5 };
		expect(newestState(memory, at(3), 'me', true)?.sequence).toBe(3);
		expect(newestState(memory, at(5), 'me', true)?.sequence).toBe(6);
	});
});

describe('What n8n stored', () => {
	it.each([undefined, null, 'text', {}, { version: 2, owner: 'me', sequence: 1 }, at(1, 'other')])(
		'is no state of this node: %j',
		(stored) => {
			expect(readState(stored, 'me')).toBeUndefined();
		},
	);
});
