import { join } from 'node:path';

/** The project's migrations. It stands alone: processes that run a file of tests without Vitest import it too. */
export const MIGRATIONS = join(import.meta.dirname, '../../migrations');
