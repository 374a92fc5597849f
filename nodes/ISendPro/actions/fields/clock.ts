/** Which clock reads a time, as long as no option says otherwise. */
export const WORKFLOW_CLOCK =
	'the clock of the workflow: that of New York, unless somebody has set a time zone in n8n';
