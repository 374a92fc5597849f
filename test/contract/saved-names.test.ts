import { runNode } from '../helpers/engine';
import { useBusyGateway } from '../helpers/simulator';
import { rows } from '../operations';
import { currentNames, keptNames, keptWorkflows, missing, whatToDo } from './saved-names';

describe('The names that saved workflows hold', () => {
	it('still exist', () => {
		const gone = missing(keptNames(), currentNames());
		expect(gone.length > 0 ? [whatToDo, ...gone] : []).toEqual([]);
	});

	it('are all in the list', () => {
		const added = missing(currentNames(), keptNames());
		expect(added.length > 0 ? ['New names: `npm run generate`', ...added] : []).toEqual([]);
	});
});

describe('A workflow that the first version saved', () => {
	const { gateway, forms } = useBusyGateway();
	const saved = keptWorkflows();

	it('exists for each operation', () => {
		expect(Object.keys(rows).filter((name) => !saved[name])).toEqual([]);
	});

	it.each(Object.entries(saved))('still sends the same requests: %s', async (_, workflow) => {
		const { requests: asked, ...node } = workflow;
		const { error } = await runNode({ url: gateway().url, ...node });
		expect(error).toBeUndefined();
		expect(forms()).toEqual(asked);
	});
});
