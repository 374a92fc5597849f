import type { INode } from 'n8n-workflow';
import { InvalidInputError } from '../../../nodes/ISendPro/api/errors';
import type { Failure } from '../../../nodes/ISendPro/api/wire/failure';
import { failureError, inputError } from '../../../nodes/ISendPro/engine/output/errors';
import type { Refused, Settled } from '../../../nodes/ISendPro/engine/task';
import { failed } from '../../../nodes/ISendPro/engine/task';
import { anna, to, useMessages, zoe } from '../../helpers/messages';
import { lost, pendingOf, rejection } from '../fakes';

const node: INode = {
	id: '1',
	name: 'iSendPro',
	type: 'iSendPro',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

describe('the error of failures', () => {
	/** The error of tasks that failed like that. */
	function errorOf(failures: Failure[]) {
		const all = pendingOf(...failures.map(() => ({})));
		const [first, ...others] = all.map((one, index) => failed(one, failures[index] ?? lost));
		if (!first) throw new Error('nothing failed');
		return failureError(node, [first, ...others], [first, ...others]);
	}
	const notSent: Failure = { ...rejection(), status: 'notSent' };

	it('says what happened first with its code, and what to do with the words of iSendPro', () => {
		const { message, description } = errorOf([rejection({ code: 12, apiMessage: 'Non' }), lost]);
		expect(message).toBe('Refused (iSendPro code 12)');
		expect(description).toMatch(/^Look\. iSendPro said: "Non"\. /);
	});

	it('names who was refused, is unknown and was not sent', () => {
		const { description } = errorOf([rejection(), lost, notSent, rejection()]);
		expect(description).toBe('Look. Refused: 0, 3. Unknown, may have been done: 1. Not sent: 2.');
	});

	it('names 20 and counts the rest', () => {
		const { description } = errorOf(Array.from({ length: 23 }, () => notSent));
		expect(description).toMatch(/Not sent: 0, 1, .+, 19 and 3 more\.$/);
	});
});

describe('the error of bad input', () => {
	const refused: Refused = {
		...{ index: 2, itemIndex: 2, task: {}, outcome: 'refused' },
		error: new InvalidInputError('"To" is empty', 'Fill it in.'),
	};

	it('says what an earlier try has sent or left unknown', () => {
		const [first, second] = pendingOf({}, {});
		if (!first || !second) throw new Error('there are two');
		const restored: Settled[] = [
			{ ...first, outcome: 'accepted', result: { status: 'sent' } },
			failed(second, lost),
		];
		const { description, context } = inputError(node, refused, restored);
		expect(description).toBe(
			'Fill it in. An earlier try of this execution was accepted for: 0. Unknown since an earlier try, may have been done: 1.',
		);
		expect(context.data).toMatchObject({ results: [{ status: 'sent' }, { status: 'unknown' }] });
	});
});

describe('the error of a run', () => {
	const { gateway, send, reached } = useMessages();

	it('stops the workflow after sending all the same where the user wants that', async () => {
		gateway().account.blacklist.add('+33612345672');
		const { error } = await send([to(anna, 'a'), to(zoe, 'a')], { onPartialFailure: 'stop' });
		expect(error?.message).toContain('code 11');
		const results = [
			{ to: `…${anna.slice(-4)}`, status: 'sent' },
			{
				to: `…${zoe.slice(-4)}`,
				status: 'rejected',
				code: 11,
				reason: expect.any(String) as unknown,
			},
		];
		expect(error?.context).toMatchObject({ itemIndex: 1, data: { results } });
		// n8n logs the whole error at its debug level.
		expect(JSON.stringify([error?.message, error?.description, error?.context])).not.toMatch(
			/\d{8}/,
		);
		expect(reached()).toEqual([anna]);
	});
});
