import type { Generation } from '../../harness';

/** The generations of n8n that this run of a file is for; `N8N_GENERATIONS=2` chooses one. */
export const generations = (process.env.N8N_GENERATIONS ?? '1,2')
	.split(',')
	.map(Number) as Generation[];

/** Each of them in regular and in queue mode; `N8N_QUEUE=1` or `0` chooses one. */
export const setups = generations
	.flatMap((generation) =>
		[false, true].map((queue) => ({
			generation,
			queue,
			name: `n8n ${generation}.x${queue ? ' in queue mode' : ''}`,
		})),
	)
	.filter(
		({ queue }) => process.env.N8N_QUEUE === undefined || queue === (process.env.N8N_QUEUE === '1'),
	);
