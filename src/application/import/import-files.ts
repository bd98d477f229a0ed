import type { LineVerdict } from '../../domain/upload.ts';
import { openImportedContests } from '../contests/open-imported-contests.ts';
import type { MailNeeds } from '../mail/mail-about.ts';
import type { Catalogue, Clock, Ids, Store } from '../ports.ts';
import { makeWords } from './cells.ts';
import type { ImportSummary, Remark, WrittenLine } from './entry.ts';
import { importFile } from './import-file.ts';
import { openFiles } from './open-files.ts';
import type { ImportOptions, ImportPlace } from './options.ts';
import { presentEntry, toFileVerdict } from './present-entry.ts';
import type { ImportSource, OpenSheets } from './sheet.ts';
import { makeTally } from './tally.ts';

export type { ImportEntry, ImportSummary } from './entry.ts';
export type { ImportSource } from './sheet.ts';

interface Needs extends MailNeeds {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'personId' | 'uuid'>;
  readonly catalogue: Pick<Catalogue, 'framework'>;
  readonly openSheets: OpenSheets;
}

/** What was done, and where the next part begins, where one remains. */
export type ImportedPart = ImportSummary & { readonly next?: ImportPlace };

/** Imports the DANE's files (domain.md §5), in the order their contents need, whatever the order given. A faulty line or
 *  file is reported and never stops the others. Memory does not grow with a CSV
 *  file but for some 50 bytes a line; a workbook is held whole, within the limits of its reader. */
export const importFiles =
  (ports: Needs) =>
  async (sources: readonly ImportSource[], options: ImportOptions): Promise<ImportedPart> => {
    const { store, clock, ids, catalogue, openSheets } = ports;
    const tally = makeTally();
    const say = (one: Remark, written?: WrittenLine) => {
      tally.add(one);
      const entry = presentEntry(one, options.locale);
      options.onEntry?.(entry);
      if (written) options.onRefused?.({ ...written, entry });
      return entry;
    };
    const { from = { file: 0, line: 0 }, partLines = Number.POSITIVE_INFINITY } = options;
    let left = partLines;
    const target = options.dryRun ? await store.openDryRun() : store;
    try {
      const missions = makeWords(
        [...catalogue.framework.missions.keys()].map((code) => [code, code] as const),
      );
      // What cannot be opened is said once, by the first part.
      const verdicts: LineVerdict[] = [];
      const sayOnce = (one: Remark) => void (options.from || verdicts.push(toFileVerdict(say(one))));
      const files = await openFiles(openSheets, sources, sayOnce);
      await options.onVerdicts?.(verdicts);
      for (const [at, file] of files.entries()) {
        if (at < from.file) continue;
        const fromLine = at === from.file ? from.line : 0;
        const needs = { store: target, clock, ids, missions, remark: say, tally };
        const part = await importFile(needs, file, { ...options, fromLine, lines: left });
        left -= part.lines;
        if (part.nextLine !== undefined) {
          return { ...tally.summary(), next: { file: at, line: part.nextLine } };
        }
      }
    } finally {
      if (options.dryRun) await target.close();
      else await openImportedContests(ports)();
    }
    return tally.summary();
  };
