import { startSimulator } from '../../simulator';
import { listenHttp } from '../helpers/listen';

export const rows = 200_000;
export const key = 'a296464ce012b8ab710a';
export const period = ['2026-01-01', '2026-06-30'] as const;

export type Form = 'csv' | 'zip';

/** The simulator's report of 200,000 messages. */
export async function reportBytes(files: Form): Promise<Buffer> {
	const simulator = await startSimulator({
		account: { keyId: key },
		// Rows that end in one more separator make n8n's own reader refuse the file.
		service: { files, dialect: 'plain' },
	});
	const start = Date.UTC(2026, 0, 2);
	simulator.account.reportRows = Array.from({ length: rows }, (_, index) => ({
		sentAt: new Date(start + index * 60_000),
		sender: 'MaSociete',
		to: `06${String(10_000_000 + index)}`,
		text: `Bonjour Élodie ${index}, votre colis est arrivé ; "à bientôt" !`,
		information: 'ORAN: SMS remis',
		details: `Message for 00336${String(10_000_000 + index)} has been delivered`,
		status: '0',
		reply: '',
		channel: 'Haute Qualite',
		price: 0.044,
		stop: 0,
		tracker: `commande_${index}`,
	}));
	const form = { keyid: key, rapportCampagne: '1', date_deb: period[0], date_fin: period[1] };
	try {
		const answer = await fetch(simulator.url, { method: 'POST', body: new URLSearchParams(form) });
		return Buffer.from(await answer.arrayBuffer());
	} finally {
		await simulator.close();
	}
}

/** Serves the same file to every reader, and takes the number of rows read. */
export class FileServer {
	private heard: ((count: string) => void) | undefined;

	private askedAt = 0;

	close = () => {};

	constructor(private readonly files: Record<Form, Buffer>) {}

	async listen(): Promise<string> {
		const { url, close } = await listenHttp((body, request, response) => {
			if (request.url === '/count') {
				this.heard?.(body);
				response.end();
				return;
			}
			this.askedAt = performance.now();
			const form: Form = request.url?.startsWith('/zip') ? 'zip' : 'csv';
			const type = form === 'zip' ? 'application/zip' : 'text/csv';
			response.writeHead(200, { 'Content-Type': type }).end(this.files[form]);
		});
		this.close = close;
		return url;
	}

	/** @returns milliseconds from the request for the file until its rows are items, and their number */
	async timeUntilCount(): Promise<{ time: number; count: string }> {
		const count = await new Promise<string>((resolve) => (this.heard = resolve));
		return { time: performance.now() - this.askedAt, count };
	}
}
