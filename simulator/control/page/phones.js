/** The phones: their cards stay while they are shown, so that what is being typed stays too. */

const cards = new Map();

/** iSendPro's codes of operators whose names are others [3.12]. */
const operatorNames = { BOUY: 'Bouygues Telecom', FREE: 'Free', ORAN: 'Orange', VIRG: 'Virgin' };

function showPhones(phones, calls) {
	const used = phones.filter((phone) => phone.messages.length + phone.replies.length > 0);
	const shown = used.slice(-60).reverse();
	document.querySelector('.empty').hidden = shown.length > 0;
	const present = new Set(shown.map(({ number }) => number));
	for (const number of cards.keys()) if (!present.has(number)) cards.delete(number);
	const elements = shown.map((phone) => {
		const card = cards.get(phone.number) ?? makeCard(phone.written);
		cards.set(phone.number, card);
		card.update(phone, calls);
		return card.element;
	});
	const list = byId('phones');
	const same = elements.every((each, place) => list.children[place] === each);
	if (!same || list.children.length !== elements.length) list.replaceChildren(...elements);
}

function makeCard(written) {
	const title = element('h3');
	const receipts = element('select', [], { title: 'For the messages to come' });
	const talk = element('div', [], { className: 'talk' });
	const text = element('input', [], { placeholder: 'Reply', ariaLabel: 'Reply', required: true });
	const stop = element('button', 'STOP', { type: 'button', className: 'stop' });
	const form = element('form', [text, element('button', 'Reply'), stop]);
	const output = element('output');
	const label = element('label', ['Receipts to come', receipts]);

	const reply = (words) =>
		act(output, async () =>
			describeTransmission(await ask('POST', '/replies', { from: written, text: words })),
		);
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		void reply(text.value).then(() => (text.value = ''));
	});
	stop.addEventListener('click', () => void reply('STOP'));
	receipts.addEventListener('change', () => {
		const receipt = readReceipt(receipts.value);
		void act(output, async () => {
			await ask('PATCH', `/phones/${encodeURIComponent(written)}`, { receipt });
		});
	});

	const update = (phone, calls) => {
		const { operator, blacklisted, receipt, receiptReasons } = phone;
		fill(title, [operator, blacklisted], () => [
			element('span', spaced(written)),
			...(blacklisted ? [element('b', 'blacklisted')] : []),
			element('small', operatorNames[operator] ?? operator),
		]);
		const chosen = [receipt.outcome, receipt.errorCode].filter(Boolean).join(' ');
		fill(receipts, [receiptReasons, chosen], () =>
			options([...receiptOptions(receiptReasons), ['none', 'none by itself']], chosen),
		);
		const reports = calls.filter(({ kind }) => kind === 'receipt');
		fill(talk, [phone.messages, phone.replies, reports.filter(isOf(phone))], () =>
			talkOf(phone, reports, output),
		);
	};
	return {
		element: element('article', [title, label, talk, form, output], { className: 'phone' }),
		update,
	};
}

const isOf = (phone) => (call) => phone.messages.some(({ id }) => id === call.message);

const receiptOptions = (reasons) => [
	['delivered', 'delivered'],
	['failed', 'not delivered'],
	...reasons.map(([code, reason]) => [`failed ${code}`, `not delivered: ${reason} (${code})`]),
];

function readReceipt(value) {
	const [outcome, errorCode] = value.split(' ');
	return { outcome, ...(errorCode ? { errorCode } : {}) };
}

function talkOf(phone, reports, output) {
	const parts = [
		...phone.messages
			.slice(-50)
			.map((message) => [
				message.acceptedAt,
				messageElements(message, phone.receiptReasons, reports, output),
			]),
		...phone.replies.map((reply) => [
			reply.at,
			[
				element('div', reply.text, { className: 'bubble reply' }),
				element('p', reply.transmitted ? timeOf(reply.at) : 'not transmitted', {
					className: 'meta',
				}),
			],
		]),
	];
	parts.sort(([one], [other]) => one.localeCompare(other));
	return parts.flatMap(([, elements]) => elements);
}

/** A message with its links to open, as phones make them; short links lead to the simulator. */
function withLinks(text) {
	const [first, ...rest] = text.split(/(https?:\/\/\S+|www\.sms\.ht\/\w+)/);
	return [
		first,
		...rest.map((part, place) => {
			if (place % 2 === 1) return part;
			const href = part.replace(/^www\.sms\.ht/, '');
			return element('a', part, { href, target: '_blank', rel: 'noreferrer' });
		}),
	];
}

function messageElements(message, reasons, reports, output) {
	const { id, text, stopMention, sender, parts, characters, tracker, receivedAt } = message;
	const bubble = element('div', withLinks(text), { className: 'bubble' });
	if (stopMention) bubble.append('\n', element('i', stopMention));
	const facts = [
		sender,
		`${parts} SMS`,
		`${characters} characters`,
		tracker && `tracker ${tracker}`,
		receivedAt ? timeOf(receivedAt) : `scheduled for ${momentOf(message.scheduledFor)}`,
	];
	const shown = [bubble, element('p', facts.filter(Boolean).join(' · '), { className: 'meta' })];
	if (!receivedAt) return shown;
	const said = reports
		.filter((call) => call.message === id)
		.map(({ outcome, validated }) => {
			const word = outcome === 'delivered' ? 'delivered' : 'not delivered';
			return `${word}${validated ? '' : ' (your workflow does not have it)'}`;
		});
	const receipt = element(
		'select',
		options([
			['', said.length > 0 ? `Receipt sent: ${said.join(', ')}` : 'Send a receipt…'],
			...receiptOptions(reasons),
		]),
		{ title: 'Sends a receipt for this message' },
	);
	receipt.addEventListener('change', () => {
		const input = { message: id, ...readReceipt(receipt.value) };
		receipt.value = '';
		void act(output, async () => describeTransmission(await ask('POST', '/receipts', input)));
	});
	return [...shown, element('p', receipt, { className: 'meta' })];
}
