import { writeCharactersPage } from '../api/text/characters-page';
import { writeSavedNames } from './saved-names';
import { writeSchemas } from './schemas';
import { writeTroubleshootingPage } from './troubleshooting';

/**
 * Writes everything that follows from the code: `npm run generate`.
 * @throws Problem, before it writes anything, when a name is gone that saved workflows hold
 */
export function main(): void {
	writeSavedNames();
	writeSchemas();
	writeTroubleshootingPage();
	writeCharactersPage();
}
