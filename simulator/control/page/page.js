/** The rest of the page: account, faults, URLs, requests and calls. */

function requestRow({ kind, number, at, method, fault, answer, ...request }) {
	const code = /<code\d*>(\d+)</.exec(answer?.body ?? '')?.[1];
	const details = element('details', [
		element('summary', kind),
		element('pre', JSON.stringify(request.arguments, null, 2)),
		element('pre', (answer?.body ?? '').slice(0, 4000)),
	]);
	const status = answer ? answer.status + (code ? `, code ${code}` : '') : 'none';
	return row([String(number), timeOf(at), details, method, status, fault?.kind ?? '']);
}

function callRow({ at, kind, attempt, answer, error, url, body, nextAttemptAt }) {
	const next = nextAttemptAt ? momentOf(nextAttemptAt) : '';
	const reaction = answer?.slice(0, 200) ?? error ?? '…';
	return row([timeOf(at), kind, String(attempt), reaction, url + (body ? ` ${body}` : ''), next]);
}

const row = (cells) =>
	element(
		'tr',
		cells.map((cell) => element('td', cell)),
	);

const account = byId('account').elements;
const pages = byId('pages').elements;
const faults = byId('faults').elements;
const faultNames = new Map(
	[...faults.fault.options].map(({ value, text }) => [JSON.parse(value).kind, text]),
);

function showAccount({ account: { credit, ...settings }, service }) {
	if (document.activeElement !== account.credit) account.credit.value = credit.toFixed(2);
	for (const name of ['noStopAllowed', 'quietHours']) account[name].checked = settings[name];
	account.maintenance.checked = service.maintenance;
	const { blacklist, directories, hlrCredit } = settings;
	const facts = {
		Blacklist: blacklist.join(', ') || 'empty',
		Directories:
			directories.map(({ name, contacts }) => `${name} (${contacts.length})`).join(', ') || 'none',
		'Verifications left': String(hlrCredit),
	};
	fill(byId('facts'), facts, () =>
		Object.entries(facts).flatMap(([name, value]) => [element('dt', name), element('dd', value)]),
	);
}

/** The URLs last shown; a refresh must not overwrite what the user types. */
let shownPages = '';

function showPages({ pages: allPages, receiptUrl, replyUrl }) {
	const text = JSON.stringify([allPages, receiptUrl, replyUrl]);
	if (text === shownPages) return;
	shownPages = text;
	for (const [kind, url] of [
		['receipt', receiptUrl],
		['reply', replyUrl],
	]) {
		const offered = allPages.filter((page) => page.kind === kind);
		const choices = [...offered.map((page) => [page.url, page.name]), ['', 'this URL:']];
		const select = pages[`${kind}Page`];
		select.replaceChildren(
			...options(choices, offered.some((page) => page.url === url) ? url : ''),
		);
		select.hidden = offered.length === 0;
		pages[`${kind}Url`].value = url;
	}
}

function show(state) {
	byId('url').textContent = state.url;
	byId('now').textContent = momentOf(state.now);
	showPhones(state.phones, state.calls);
	showAccount(state);
	showPages(state.callbacks);
	byId('chat-room').hidden = state.chat.length === 0;
	fill(byId('chat'), state.chat, () =>
		state.chat.map(({ text }) => element('div', text, { className: 'bubble' })),
	);
	const pending = state.faults.map(({ kind, code }) =>
		code ? `code ${code}` : (faultNames.get(kind) ?? kind),
	);
	byId('pending').textContent = pending.length > 0 ? `Pending: ${pending.join('; ')}` : '';
	const { requests, calls } = state;
	const answered = requests.map(({ number, at, answer }) => [number, at, answer?.status]);
	fill(byId('requests'), answered, () => requests.toReversed().map(requestRow));
	fill(byId('calls'), calls, () => calls.toReversed().map(callRow));
}

const refresh = async () => {
	try {
		show(await ask('GET', '/state'));
	} catch {
		byId('now').textContent = 'The simulator is not reachable';
	}
};

function onSubmit(id, work) {
	const form = byId(id);
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		void act(
			form.querySelector('output'),
			async () => await work(Object.fromEntries(new FormData(form))),
		);
	});
}

onSubmit('other', async (input) => describeTransmission(await ask('POST', '/replies', input)));
onSubmit('account', async ({ credit }) => {
	account.credit.blur();
	try {
		await ask('PATCH', '/account', { credit });
	} catch {
		throw new Error('Enter an amount, such as 12,50.');
	}
	return 'Saved.';
});
for (const name of ['noStopAllowed', 'quietHours', 'maintenance']) {
	account[name].addEventListener('change', () => {
		const path = name === 'maintenance' ? '/service' : '/account';
		const input = { [name]: account[name].checked };
		void act(
			byId('account').querySelector('output'),
			async () => void (await ask('PATCH', path, input)),
		);
	});
}
onSubmit('faults', async ({ fault, code, on, times }) => {
	const kind = JSON.parse(fault);
	await ask('POST', '/faults', {
		...kind,
		...(kind.kind === 'code' ? { code: Number(code) } : {}),
		...(on ? { on } : {}),
		times: Number(times),
	});
	return 'Added.';
});
byId('clear').addEventListener('click', () => {
	void act(
		byId('faults').querySelector('output'),
		async () => void (await ask('DELETE', '/faults')),
	);
});
const showCode = () => {
	faults.code.closest('label').hidden = !faults.fault.value.includes('"code"');
};
faults.fault.addEventListener('change', showCode);
showCode();
onSubmit('pages', async ({ receiptUrl, replyUrl }) => {
	await ask('PATCH', '/callbacks', { receiptUrl, replyUrl });
	return 'Saved.';
});
for (const kind of ['receipt', 'reply']) {
	pages[`${kind}Page`].addEventListener('change', ({ target }) => {
		pages[`${kind}Url`].value = target.value;
		if (target.value) byId('pages').requestSubmit();
		else pages[`${kind}Url`].focus();
	});
}
for (const button of document.querySelectorAll('[data-advance]')) {
	button.addEventListener('click', async () => {
		await ask('POST', '/clock', { advance: Number(button.dataset.advance) });
		await refresh();
	});
}
byId('reset').addEventListener('click', async () => {
	await ask('POST', '/reset', { keepPages: true });
	for (const output of document.querySelectorAll('output')) output.textContent = '';
	await refresh();
});
void refresh();
setInterval(() => void refresh(), 1500);
