/** Helpers of the other scripts. All text is set as text, so that a message cannot inject markup. */

const byId = (id) => document.getElementById(id);

const timeOf = (text) => new Date(text).toLocaleTimeString();

const momentOf = (text) => new Date(text).toLocaleString();

/** `06 01 02 03 04` */
const spaced = (number) =>
	/^0[1-9]\d{8}$/.test(number) ? number.replace(/\d\d(?=\d)/g, '$& ') : number;

function element(name, content = [], properties = {}) {
	const created = Object.assign(document.createElement(name), properties);
	for (const part of [content].flat()) created.append(part ?? '');
	return created;
}

const options = (list, chosen) =>
	list.map(([value, name]) => element('option', name, { value, selected: value === chosen }));

/** Calls the control API. Throws an error with its message. */
async function ask(method, path, input) {
	const body = input && JSON.stringify(input);
	const response = await fetch(`/_simulator${path}`, { method, body });
	const result = await response.json();
	if (!response.ok) throw new Error(result.error);
	return result;
}

/** Runs an action, writes its result or error into `output`, and refreshes the page. */
async function act(output, action) {
	output.textContent = '…';
	output.className = '';
	try {
		output.textContent = (await action()) ?? '';
	} catch (error) {
		output.className = 'failed';
		output.textContent = error.message;
	}
	await refresh();
}

/** Replaces the content of an element, unless it already shows the same. */
function fill(target, shown, make) {
	const text = JSON.stringify(shown);
	if (target.shown === text) return;
	target.shown = text;
	target.replaceChildren(...make());
}

/** The result of a reply or receipt, in words. */
function describeTransmission({ transmitted, reason, call }) {
	if (!transmitted) return `${reason}.`;
	if (call.validated) return 'Your workflow accepted it.';
	const reaction = call.error ?? (call.answer || 'nothing');
	return `Your workflow answered: ${reaction.slice(0, 80)}. It is called again at 02:00.`;
}
