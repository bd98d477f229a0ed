import { backupSqlite, restoreSqlite } from '../../adapters/storage/backup.node.ts';
import { parseConfig } from '../../config.ts';
import type { Verb } from '../verb.ts';

/** `backup FILE`: a consistent copy of the database, while the service runs. The keys are a folder to keep as well. */
export const backupVerb: Verb = {
  options: {},
  words: { min: 1, max: 1 },
  async run({ words, output, texts, environment }) {
    const file = words[0] ?? '';
    const { config } = parseConfig(environment);
    await backupSqlite({ from: config.database.file, to: file });
    output.line({ kind: 'backup', file }, texts.backedUp(file));
    return 0;
  },
};

/** `restore FILE`: puts a backup in the database's place, after checking that it is whole and ours. */
export const restoreVerb: Verb = {
  options: {},
  words: { min: 1, max: 1 },
  async run({ words, output, texts, environment }) {
    const file = words[0] ?? '';
    const { config } = parseConfig(environment);
    await restoreSqlite({ from: file, to: config.database.file });
    output.line({ kind: 'restored', file }, texts.restored(file));
    return 0;
  },
};
