/** What the other scripts of the page share. All text is set as text, so that a message cannot be markup. */

const byId = (id) => document.getElementById(id);

const timeOf = (text) => new Date(text).toLocaleTimeString();

const momentOf = (text) => new Date(text).toLocaleString();

/** `06 01 02 03 04`, as people write it. */
const spaced = (number) =>
	/^0[1-9]\d{8}$/.test(number) ? number.replace(/\d\d(?=\d)/g, '$& ') : number;

function element(name, content = [], properties = {}) {
	const made = Object.assign(document.createElement(name), properties);
	for (const part of [content].flat()) made.append(part ?? '');
	return made;
}

const options = (list, chosen) =>
	list.map(([value, name]) => element('option', name, { value, selected: value === chosen }));

/** Asks the control plane. Throws an error with its words. */
async function ask(method, path, input) {
	const body = input && JSON.stringify(input);
	const response = await fetch(`/_simulator${path}`, { method, body });
	const result = await response.json();
	if (!response.ok) throw new Error(result.error);
	return result;
}

/** Does something, writes into `output` what came of it, and shows the new state. */
async function act(output, work) {
	output.textContent = '…';
	output.className = '';
	try {
		output.textContent = (await work()) ?? '';
	} catch (error) {
		output.className = 'failed';
		output.textContent = error.message;
	}
	await refresh();
}

/** Replaces what an element holds, unless it shows the same already. */
function fill(target, shown, make) {
	const text = JSON.stringify(shown);
	if (target.shown === text) return;
	target.shown = text;
	target.replaceChildren(...make());
}

/** What a workflow said to a call, in words. */
function describeTransmission({ transmitted, reason, call }) {
	if (!transmitted) return `${reason}.`;
	if (call.validated) return 'Your workflow has it.';
	const said = call.error ?? (call.answer || 'nothing');
	return `Your workflow said: ${said.slice(0, 80)}. It is called again at 02:00.`;
}
