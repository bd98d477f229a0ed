import { join } from 'node:path';

/** The project's migrations. The file imports no other, because processes that run a test file without Vitest
 *  import it too. */
export const MIGRATIONS = join(import.meta.dirname, '../../migrations');
