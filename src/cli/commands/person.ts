import type { Command, ExitCode } from '../command.ts';
import { withClient } from '../with-client.ts';

/** `export-person EMAIL`: writes everything recorded about a person as JSON, with or without `--json`. */
export const exportPersonCommand: Command = {
  options: { remote: { type: 'string' } },
  words: { min: 1, max: 1 },
  run: (call) =>
    withClient<ExitCode>(call, async (client) => {
      const exported = await client.exportPerson(call.words[0] ?? '');
      call.output.document({ ...exported });
      return 0;
    }),
};

/** The tables whose rows are facts about a person, as an export names them. */
const FACTS = ['engagement', 'attendance', 'progress_review', 'contribution'];

/** `erase-person EMAIL`; `--dry-run` says how many facts and badges would go, and erases nothing. */
export const erasePersonCommand: Command = {
  options: { 'dry-run': { type: 'boolean' }, remote: { type: 'string' } },
  words: { min: 1, max: 1 },
  run: (call) =>
    withClient<ExitCode>(call, async (client) => {
      const { output, texts, words, options } = call;
      const email = words[0] ?? '';
      if (options['dry-run'] === true) {
        const goes = countRows(await client.exportPerson(email));
        output.line({ kind: 'to-erase', ...goes }, texts.toErase(email, goes));
        return 0;
      }
      const erased = await client.erasePerson(email);
      output.line({ kind: 'erased', ...erased }, texts.erased(email, erased));
      return 0;
    }),
};

function countRows(exported: Readonly<Record<string, unknown>>) {
  const tables = exported['tables'] as Readonly<Record<string, readonly unknown[]>>;
  const rowsOf = (name: string) => tables[name]?.length ?? 0;
  return { facts: FACTS.reduce((sum, name) => sum + rowsOf(name), 0), badges: rowsOf('award') };
}
