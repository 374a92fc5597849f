/** The phones. A card is kept while it is shown, so that a refresh does not overwrite what the user types. */

const cards = new Map();

/** Names of the operators whose code at iSendPro is not their name [3.12]. */
const operatorNames = { BOUY: 'Bouygues Telecom', FREE: 'Free', ORAN: 'Orange', VIRG: 'Virgin' };

function showPhones(phones, calls) {
	const used = phones.filter((phone) => phone.messages.length + phone.replies.length > 0);
	const shown = used.slice(-60).reverse();
	document.querySelector('.empty').hidden = shown.length > 0;
	const shownNumbers = new Set(shown.map(({ number }) => number));
	for (const number of cards.keys()) if (!shownNumbers.has(number)) cards.delete(number);
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
	const receipts = element('select', [], { title: 'Receipts of the next messages' });
	const conversation = element('div', [], { className: 'talk' });
	const text = element('input', [], { placeholder: 'Reply', ariaLabel: 'Reply', required: true });
	const stop = element('button', 'STOP', { type: 'button', className: 'stop' });
	const form = element('form', [text, element('button', 'Reply'), stop]);
	const output = element('output');
	const label = element('label', ['Next receipts', receipts]);

	const reply = (message) =>
		act(output, async () =>
			describeTransmission(await ask('POST', '/replies', { from: written, text: message })),
		);
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		void reply(text.value).then(() => (text.value = ''));
	});
	stop.addEventListener('click', () => void reply('STOP'));
	receipts.addEventListener('change', () => {
		const receipt = parseReceipt(receipts.value);
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
			options([...receiptOptions(receiptReasons), ['none', 'none automatically']], chosen),
		);
		const reports = calls.filter(({ kind }) => kind === 'receipt');
		fill(conversation, [phone.messages, phone.replies, reports.filter(isOf(phone))], () =>
			conversationOf(phone, reports, output),
		);
	};
	return {
		element: element('article', [title, label, conversation, form, output], { className: 'phone' }),
		update,
	};
}

const isOf = (phone) => (call) => phone.messages.some(({ id }) => id === call.message);

const receiptOptions = (reasons) => [
	['delivered', 'delivered'],
	['failed', 'not delivered'],
	...reasons.map(([code, reason]) => [`failed ${code}`, `not delivered: ${reason} (${code})`]),
];

function parseReceipt(value) {
	const [outcome, errorCode] = value.split(' ');
	return { outcome, ...(errorCode ? { errorCode } : {}) };
}

function conversationOf(phone, reports, output) {
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

/** A text with clickable links, as phones show it; short links lead to the simulator. */
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
	const outcomes = reports
		.filter((call) => call.message === id)
		.map(({ outcome, validated }) => {
			const label = outcome === 'delivered' ? 'delivered' : 'not delivered';
			return `${label}${validated ? '' : ' (your workflow did not accept it)'}`;
		});
	const receipt = element(
		'select',
		options([
			['', outcomes.length > 0 ? `Receipt sent: ${outcomes.join(', ')}` : 'Send a receipt…'],
			...receiptOptions(reasons),
		]),
		{ title: 'Sends a receipt for this message' },
	);
	receipt.addEventListener('change', () => {
		const input = { message: id, ...parseReceipt(receipt.value) };
		receipt.value = '';
		void act(output, async () => describeTransmission(await ask('POST', '/receipts', input)));
	});
	return [...shown, element('p', receipt, { className: 'meta' })];
}
