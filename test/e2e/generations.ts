import type { Generation } from '../../harness';

/** The generations of n8n that this run of a file is for; `N8N_GENERATIONS=2` chooses one. */
export const generations = (process.env.N8N_GENERATIONS ?? '1,2')
	.split(',')
	.map(Number) as Generation[];
