/** What runs in the browser; all text is set as text, so that a message cannot be markup. */
export const PAGE_SCRIPT = `
const base = '/_simulator';
const byId = (id) => document.getElementById(id);
const time = (text) => new Date(text).toLocaleTimeString();
function element(name, content, className) {
	const made = document.createElement(name);
	if (className) made.className = className;
	for (const part of [content].flat()) made.append(part ?? '');
	return made;
}
async function call(method, path, input) {
	const response = await fetch(base + path, { method, body: input && JSON.stringify(input) });
	const result = await response.json();
	if (!response.ok) throw new Error(result.error);
	return result;
}
function messageElements(message) {
	const bubble = element('div', message.text, 'bubble');
	if (message.stopMention) bubble.append('\\n', element('i', message.stopMention));
	const facts = [message.sender, message.parts + (message.parts > 1 ? ' parts' : ' part'), message.characters + ' characters'];
	if (message.tracker) facts.push(message.tracker);
	facts.push(message.receivedAt ? time(message.receivedAt) : 'scheduled for ' + new Date(message.scheduledFor).toLocaleString());
	return [message.acceptedAt, [bubble, element('div', facts.join(' · '), 'meta')]];
}
function phoneElement(phone) {
	const title = element('h3', [phone.written, element('small', phone.operator)]);
	const replies = phone.replies.map((reply) => [reply.at, [
		element('div', reply.text, 'bubble reply'),
		element('div', reply.transmitted ? time(reply.at) : 'not transmitted', 'meta'),
	]]);
	const talk = [...phone.messages.slice(-50).map(messageElements), ...replies];
	talk.sort((one, other) => one[0].localeCompare(other[0]));
	const made = element('article', [title, ...talk.flatMap(([, parts]) => parts)], 'phone');
	made.addEventListener('click', () => { byId('reply').elements.from.value = phone.written; });
	return made;
}
function requestRow(request) {
	const code = /<code\\d*>(\\d+)</.exec(request.answer?.body ?? '')?.[1];
	const details = element('details', [element('summary', request.kind), element('pre', JSON.stringify(request.arguments, null, 2)), element('pre', (request.answer?.body ?? '').slice(0, 4000))]);
	const answer = request.answer ? request.answer.status + (code ? ', code ' + code : '') : 'none';
	return row([String(request.number), time(request.at), details, request.method, answer, request.fault?.kind ?? '']);
}
function callRow(made) {
	const next = made.nextAttemptAt ? new Date(made.nextAttemptAt).toLocaleString() : '';
	return row([time(made.at), made.kind, String(made.attempt), made.answer?.slice(0, 200) ?? made.error ?? '…', element('span', made.url + (made.body ? ' ' + made.body : ''), 'url'), next]);
}
const row = (cells) => element('tr', cells.map((cell) => element('td', cell)));
function fill(id, shown) {
	const text = JSON.stringify(shown[0]);
	if (byId(id).dataset.shown === text) return;
	byId(id).dataset.shown = text;
	byId(id).replaceChildren(...shown[1]());
}
let filledForm = false;
function show(state) {
	byId('url').textContent = state.url;
	byId('now').textContent = new Date(state.now).toLocaleString();
	const used = state.phones.filter((phone) => phone.messages.length + phone.replies.length > 0).slice(-60).reverse();
	document.querySelector('.empty').hidden = used.length > 0;
	fill('phones', [used, () => used.map(phoneElement)]);
	const { credit, noStopAllowed, quietHours, blacklist, directories, hlrCredit } = state.account;
	const facts = { Credit: credit.toFixed(2) + ' €', 'STOP may be removed': noStopAllowed ? 'yes' : 'no', 'Quiet hours': quietHours ? 'refused' : 'not checked', 'Verifications left': String(hlrCredit), Blacklist: blacklist.join(', ') || 'empty', Directories: directories.map((directory) => directory.name + ' (' + directory.contacts.length + ')').join(', ') || 'none', 'Waiting faults': state.faults.map((fault) => fault.kind).join(', ') || 'none' };
	fill('account', [facts, () => Object.entries(facts).flatMap(([name, value]) => [element('dt', name), element('dd', value)])]);
	fill('requests', [state.requests.map((request) => [request.number, request.at, request.answer?.status]), () => state.requests.toReversed().map(requestRow)]);
	fill('calls', [state.calls, () => state.calls.toReversed().map(callRow)]);
	if (filledForm) return;
	filledForm = true;
	for (const name of ['receiptUrl', 'replyUrl']) byId('callbacks').elements[name].value = state.callbacks[name];
}
const refresh = async () => show(await call('GET', '/state'));
function onSubmit(id, method, path, describe) {
	byId(id).addEventListener('submit', async (event) => {
		event.preventDefault();
		const output = event.target.querySelector('output');
		try {
			output.textContent = describe(await call(method, path, Object.fromEntries(new FormData(event.target))));
		} catch (error) {
			output.textContent = error.message;
		}
		await refresh();
	});
}
onSubmit('callbacks', 'PATCH', '/callbacks', () => 'Saved');
onSubmit('reply', 'POST', '/replies', (outcome) => outcome.transmitted ? 'Your page said: ' + (outcome.call.answer ?? outcome.call.error) : outcome.reason);
for (const button of document.querySelectorAll('[data-advance]')) {
	button.addEventListener('click', async () => { await call('POST', '/clock', { advance: Number(button.dataset.advance) }); await refresh(); });
}
refresh();
setInterval(() => refresh().catch(() => { byId('now').textContent = 'The simulator has stopped'; }), 1500);
`;
