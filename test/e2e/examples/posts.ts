import { setTimeout as pause } from 'node:timers/promises';
import { listenHttp } from '../../helpers/listen';

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
	const { url, close } = await listenHttp((body, _, response) => {
		posts.push(JSON.parse(Buffer.from(body, 'latin1').toString()));
		response.end('{}');
	});
	return {
		url: `${url}/`,
		async received(count) {
			for (let look = 0; look < 100 && posts.length < count; look++) await pause(100);
			return [...posts];
		},
		close,
	};
}
