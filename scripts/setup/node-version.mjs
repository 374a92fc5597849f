import { Problem } from './problem.mjs';

/** Throws on a Node.js that the development tools do not run on. */
export function checkNodeVersion() {
	const [major = 0] = process.versions.node.split('.').map(Number);
	if (major >= 20) return;
	throw new Problem(
		`This is Node.js ${process.versions.node}; the project's tools need 20 or newer.`,
		'Install it from nodejs.org, then run the same command again.',
	);
}
