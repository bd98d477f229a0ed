import { migrateDatabase } from '../../node.ts';
import type { Command } from '../command.ts';

/** `migrate`: migrates the database. Outside production, and where the database is new, every other verb does
 *  this too before it begins. */
export const migrateCommand: Command = {
  options: {},
  words: { min: 0, max: 0 },
  async run({ output, texts, environment }) {
    const done = await migrateDatabase(environment);
    output.line({ kind: 'migrated', migrations: done }, texts.migrated(done.length));
    return 0;
  },
};
