import fc from 'fast-check';
import type { Kill, Order } from './account-model';
import { AccountModel, DAY } from './account-model';

const HOUR = DAY / 24;
const phones = ['0601020301', '0601020302', '0601020303'];

/** One thing that happens. */
type Step = (model: AccountModel) => Promise<unknown> | void;

const anyIndex = fc.nat(50);
const anyKill = fc.constantFrom<Kill>('never', 'never', 'beforeBoth', 'between', 'afterBoth');
const anyOrder = fc.constantFrom<Order>('stateFirst', 'executionFirst');

function messageOf({ sent }: AccountModel, index: number) {
	return sent[index % sent.length]?.message;
}

const anyStep: fc.Arbitrary<Step> = fc.oneof(
	fc.record({ phone: fc.constantFrom(...phones), delay: fc.constantFrom(0, 0, 7, 500) }).map(
		({ phone, delay }): Step =>
			(model) =>
				void model.send(phone, delay),
	),
	anyIndex.map((index): Step => (model) => {
		const message = messageOf(model, index);
		if (message) Object.assign(message, { status: 'delivered', delivered: true });
	}),
	fc
		.record({ index: anyIndex, reply: fc.constantFrom('Oui', 'STOP', 'Merci') })
		.map(({ index, reply }): Step => (model) => {
			const message = messageOf(model, index);
			if (message) message.reply = reply;
		}),
	anyIndex.map((index): Step => (model) => {
		const message = messageOf(model, index);
		if (message) message.stop = true;
	}),
	fc.constantFrom(...phones).map((phone): Step => ({ blacklist }) => {
		if (!blacklist.delete(phone)) blacklist.add(phone);
	}),
	fc.constantFrom(1 / 60, 0.25, 0.25, 1, 7, 30).map(
		(hours): Step =>
			(model) =>
				void (model.now += hours * HOUR),
	),
	fc
		.record({ kill: anyKill, order: anyOrder, maxParts: fc.constantFrom(Infinity, Infinity, 1, 3) })
		.map(
			({ kill, order, maxParts }): Step =>
				async (model) =>
					await model.poll(kill, order, maxParts),
		),
	fc.constant<Step>(async (model) => await model.poll()),
	fc.constant<Step>((model) => model.restart()),
	fc.constant<Step>(async (model) => {
		model.isDown = true;
		await model.poll();
		model.isDown = false;
	}),
	anyKill.map((kill): Step => async (model) => {
		model.isListDown = true;
		await model.poll(kill);
		model.isListDown = false;
	}),
);

const count = (ids: readonly string[], start: string) =>
	ids.filter((id) => id.startsWith(start)).length;

/** The end of every story: n8n starts anew, and polls as long as anything is due. */
async function settle(model: AccountModel): Promise<void> {
	model.now += 25 * HOUR;
	model.restart();
	for (let poll = 0; poll < 3; poll++) {
		await model.poll();
		model.now += HOUR / 4;
	}
}

describe('Polling an account', () => {
	it('lets every event out at least once, and through the node exactly once', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 30 }), async (steps) => {
				const model = new AccountModel();
				await model.poll();
				for (const step of steps) await step(model);
				await settle(model);
				for (const phone of phones) {
					const own = model.sent.filter(({ message }) => message.to === phone);
					const delivered = own.filter(({ message }) => message.status === 'delivered');
					expect(count(model.left, `receipt ${phone}`)).toBe(delivered.length);
					for (const { message } of own) {
						if (message.reply === undefined && !message.stop) continue;
						expect(count(model.left, `reply ${phone} ${message.reply ?? ''} `)).toBeGreaterThan(0);
					}
					const [entered = 0, left = 0] = ['blacklisted', 'unblacklisted'].map((event) =>
						count(model.left, `${event} ${phone} `),
					);
					const isListed = model.blacklist.has(phone);
					if (isListed) expect(entered).toBeGreaterThan(0);
					// n8n 1.x may run an execution and never store that the number was on the list.
					if (!model.isStateLost) expect(entered - left).toBe(isListed ? 1 : 0);
				}
				expect(new Set(model.left).size).toBe(model.left.length);
			}),
			{ numRuns: 500 },
		);
	});

	it('lets nothing out twice when nothing is killed, the node’s own memory aside', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(fc.constantFrom(...phones), fc.constantFrom(0, 0, 7), fc.boolean()), {
					maxLength: 20,
				}),
				async (messages) => {
					const model = new AccountModel();
					await model.poll();
					for (const [phone, delay, isDelivered] of messages) {
						const { message } = model.send(phone, delay);
						await model.poll();
						if (isDelivered) message.status = 'delivered';
						model.now += HOUR;
						await model.poll();
					}
					await model.poll();
					expect(new Set(model.raw).size).toBe(model.raw.length);
					expect(model.raw).toHaveLength(
						messages.filter(([, , isDelivered]) => isDelivered).length,
					);
				},
			),
			{ numRuns: 50 },
		);
	});
});
