import type { WorkflowDefinition } from '../n8n';

/** A data table that an example works with. */
export interface TableWanted {
	name: string;
	/** All of type string. */
	columns: string[];
}

/** The data table that the note of an example asks to create; undefined when it asks for none. */
export function tableWanted({ nodes }: WorkflowDefinition): TableWanted | undefined {
	for (const { type, parameters } of nodes) {
		if (type !== 'n8n-nodes-base.stickyNote') continue;
		const asked = /named `([^`]+)` with the columns (.+?), all of type string/.exec(
			String(parameters.content),
		);
		const [, name = '', list = ''] = asked ?? [];
		if (asked) return { name, columns: list.match(/(?<=`)\w+(?=`)/g) ?? [] };
	}
	return undefined;
}

/** The name of the data table that a node is meant for; undefined where it is no Data Table node. */
export function tableOf({ type, parameters }: WorkflowDefinition['nodes'][number]) {
	if (type !== 'n8n-nodes-base.dataTable') return undefined;
	return (parameters.dataTableId as { cachedResultName?: string }).cachedResultName;
}
