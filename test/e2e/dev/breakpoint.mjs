/**
 * `node breakpoint.mjs <port> <built file> <source> <line>`, with a Node.js that has WebSocket: attaches to
 * an n8n as a debugger does, and sets a breakpoint at a line of a source by the source map. Prints `set`, then
 * where n8n stopped, lets it go on, and ends.
 */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [port, built, source, line] = process.argv.slice(2);

const map = new SourceMap(JSON.parse(readFileSync(`${built}.map`, 'utf8')));
const code = readFileSync(built, 'utf8').split('\n');

/** The source and its line, counted from 1, that a place in the built file comes from. */
function originOf(lineNumber, columnNumber) {
	const { originalSource, originalLine } = map.findEntry(lineNumber, columnNumber);
	if (originalSource === undefined) return undefined;
	return `${resolve(dirname(built), originalSource)}:${originalLine + 1}`;
}

const places = code.map((text, lineNumber) => ({ lineNumber, columnNumber: text.search(/\S/) }));
const place = places.find(
	({ lineNumber, columnNumber }) => originOf(lineNumber, columnNumber) === `${source}:${line}`,
);
if (place === undefined) throw new Error(`Nothing in ${built} comes from ${source}:${line}`);

const [{ webSocketDebuggerUrl }] = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
const socket = new WebSocket(webSocketDebuggerUrl);
const answers = new Map();
const send = async (method, params = {}) => {
	const id = answers.size + 1;
	const answer = new Promise((resolve) => answers.set(id, resolve));
	socket.send(JSON.stringify({ id, method, params }));
	return await answer;
};
socket.addEventListener('message', async ({ data }) => {
	const { id, method, params, result } = JSON.parse(data);
	answers.get(id)?.(result);
	if (method !== 'Debugger.paused') return;
	const { lineNumber, columnNumber } = params.callFrames[0].location;
	console.log(originOf(lineNumber, columnNumber));
	await send('Debugger.resume');
	socket.close();
});
await new Promise((resolve) => socket.addEventListener('open', resolve));
await send('Debugger.enable');
await send('Debugger.setBreakpointByUrl', { url: pathToFileURL(built).href, ...place });
console.log('set');
