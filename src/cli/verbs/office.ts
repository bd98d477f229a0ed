import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { OfficeTrial } from '../../application/criteria/office.ts';
import { readPackFolder } from '../../assembly/read-pack-folder.node.ts';
import type { PackDocument } from '../../catalogue/office-pack.ts';
import { toPackFiles } from '../../catalogue/pack-files.ts';
import type { PackFault } from '../../domain/pack-fault.ts';
import { parseLocalDate } from '../../domain/time/time.ts';
import type { Client } from '../client.ts';
import { UsageError } from '../usage-error.ts';
import { type ExitCode, textOption, type Verb, type VerbCall } from '../verb.ts';
import { withClient } from '../with-client.ts';

/** `office export FOLDER` writes the pack in use into a new or empty folder; `office check FOLDER` names every
 *  fault of a pack, and who would gain and lose its badges; `office adopt FOLDER [--from DAY]` adopts it. */
export const officeVerb: Verb = {
  options: { from: { type: 'string' }, remote: { type: 'string' } },
  words: { min: 2, max: 2 },
  async run(call) {
    const [action, folder = ''] = call.words;
    const isAdoption = action === 'adopt';
    const from = textOption(call, 'from');
    if (from !== undefined && !isAdoption) throw new UsageError(call.texts.wrongWords('office'));
    if (action === 'export') return withClient<ExitCode>(call, (client) => exportPack(call, client, folder));
    if (action !== 'check' && !isAdoption) throw new UsageError(call.texts.wrongWords('office'));
    const { document, faults } = await readPackFolder(folder);
    if (faults.length > 0) return tell(call, faults);
    if (!isAdoption) return withClient<ExitCode>(call, (client) => check(call, client, document));
    const day = from === undefined ? undefined : parseLocalDate(from);
    return withClient<ExitCode>(call, async (client) => {
      const found = (await client.tryOffice(document)).faults;
      if (found.length > 0) return tell(call, found);
      const adopted = await client.adoptOffice(document, day);
      call.output.line({ kind: 'adopted', ...adopted }, call.texts.officeAdopted(adopted));
      return 0;
    });
  },
};

async function exportPack({ output, texts }: VerbCall, client: Client, folder: string): Promise<ExitCode> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new UsageError(texts.folderNotEmpty(folder));
  const { document, version } = await client.readOffice();
  for (const [file, bytes] of toPackFiles(document)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), bytes);
  }
  output.line({ kind: 'exported', folder, version }, texts.officeExported(folder));
  return 0;
}

function tell({ output, texts }: VerbCall, faults: readonly PackFault[]): ExitCode {
  for (const fault of faults) output.line({ kind: 'fault', ...fault }, texts.packFault(fault));
  output.line({ kind: 'summary', faults: faults.length }, texts.packFaults(faults.length));
  return 1;
}

async function check(call: VerbCall, client: Client, document: PackDocument): Promise<ExitCode> {
  const { output, texts } = call;
  const sums = new Map<string, { before: number; after: number; gain: string[]; lose: string[] }>();
  let trial: OfficeTrial;
  let after: string | undefined;
  let judged = 0;
  do {
    trial = await client.tryOffice(document, after);
    if (trial.faults.length > 0) return tell(call, trial.faults);
    for (const [badge, moves] of Object.entries(trial.moves ?? {})) {
      const known = sums.get(badge) ?? { before: 0, after: 0, gain: [], lose: [] };
      sums.set(badge, {
        before: known.before + moves.before,
        after: known.after + moves.after,
        gain: [...known.gain, ...moves.gain],
        lose: [...known.lose, ...moves.lose],
      });
    }
    after = trial.next;
    judged += 1;
    output.progress.update(judged, undefined, texts.officeJudging);
  } while (after);
  output.progress.clear();
  for (const [badge, moves] of sums) {
    output.line({ kind: 'moves', badge, ...moves }, texts.officeMoves({ badge, ...moves }));
  }
  const difference = trial.difference ?? 'none';
  output.line({ kind: 'summary', faults: 0, difference }, texts.officeSound(difference));
  return 0;
}
