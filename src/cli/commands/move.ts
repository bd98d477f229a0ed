import { takeMarkBack } from '../../adapters/storage/move/source.node.ts';
import { moveToPostgres } from '../../adapters/storage/move/to-postgres.node.ts';
import { migrationsFolder } from '../../node.ts';
import { isPostgresUrl } from '../../settings/database-address.ts';
import { readSettings } from '../../settings/read.node.ts';
import { type Command, type CommandCall, textOption } from '../command.ts';
import { UsageError } from '../errors.ts';

/** `move`: copies the SQLite database to an empty PostgreSQL one, all or nothing, and marks it as moved. The service
 *  must be stopped in the meantime. `move --take-back` removes the mark, after a rehearsal. */
export const moveCommand: Command = {
  options: { to: { type: 'string' }, 'to-env': { type: 'string' }, 'take-back': { type: 'boolean' } },
  words: { min: 0, max: 0 },
  async run(call) {
    const { output, texts, environment } = call;
    const { database } = readSettings(environment).config;
    if (database.kind === 'postgres') throw new UsageError(texts.moveFromPostgres);
    if (call.options['take-back'] === true) {
      const isMarked = takeMarkBack(database.file);
      output.line({ kind: 'taken-back', marked: isMarked }, texts.moveTakenBack(isMarked));
      return 0;
    }
    const moved = await moveToPostgres({
      file: database.file,
      url: addressOf(call),
      migrationsFolder: migrationsFolder(),
      onProgress: (done, total, table) => output.progress.update(done, total, table),
    });
    for (const count of moved) output.line({ kind: 'table', ...count }, texts.movedTable(count));
    const rows = moved.reduce((sum, count) => sum + count.rows, 0);
    output.line({ kind: 'moved', tables: moved.length, rows }, texts.moved(rows));
    return 0;
  },
};

/** The address may hold a password, so no message repeats it. */
function addressOf(call: CommandCall): string {
  const variable = textOption(call, 'to-env') ?? 'JALON_MOVE_TO';
  const address = textOption(call, 'to') ?? call.environment[variable];
  if (!address) throw new UsageError(call.texts.moveUsage);
  if (!isPostgresUrl(address)) throw new UsageError(call.texts.moveBadAddress);
  return address;
}
