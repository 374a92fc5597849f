/** Whether this runs on the Node.js that the pinned n8n are tested with; it comes with them otherwise. */
export function runsOnPinnedNode(): boolean {
	return process.versions.node.startsWith('24.');
}
