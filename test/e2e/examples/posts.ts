import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

export interface Post {
	text: string;
	[field: string]: unknown;
}

/** Stands in for another service: what was posted there, in order. */
export interface Posts {
	url: string;
	/** Waits for this number of them, or for ten seconds. */
	received(count: number): Promise<Post[]>;
	close(): void;
}

/** Listens in the place of a chat or a CRM. */
export async function listenForPosts(): Promise<Posts> {
	const posts: Post[] = [];
	const server = createServer((request, response) => {
		void json(request).then((post) => {
			posts.push(post as Post);
			response.end('{}');
		});
	});
	// A test that fails before it closes this leaves nothing that keeps the process
	server.unref();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/`,
		async received(count) {
			for (let look = 0; look < 100 && posts.length < count; look++) await pause(100);
			return [...posts];
		},
		close: () => {
			server.close();
		},
	};
}
