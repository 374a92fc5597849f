import { listenHttp } from './listen';

/** A gateway that gives the answers of one test to any requests. */
export interface ScriptedGateway {
	/** Base URL of the gateway. */
	url: string;
	/** The forms that it was sent, in order. */
	bodies: string[];
	close: () => void;
}

/** @param answers one for each request; any further request gets HTTP 500 */
export async function startScriptedGateway(
	answers: readonly Uint8Array[],
): Promise<ScriptedGateway> {
	const bodies: string[] = [];
	const { url, close } = await listenHttp((body, _, response) => {
		const answer = answers[bodies.length];
		bodies.push(body);
		response.writeHead(answer ? 200 : 500).end(answer);
	});
	return { url: `${url}/cgi-bin/`, bodies, close };
}
