import type { OfficeTrial } from '../application/criteria/office.ts';
import type { PackFault } from '../domain/settings/pack-error.ts';
import type { ExitCode, VerbCall } from './command.ts';

/** Names every fault of a pack or a badge; nothing is adopted. */
export function tellFaults({ output, texts }: VerbCall, faults: readonly PackFault[]): ExitCode {
  for (const fault of faults) output.line({ kind: 'fault', ...fault }, texts.packFault(fault));
  output.line({ kind: 'summary', faults: faults.length }, texts.packFaults(faults.length));
  return 1;
}

/** Judges everybody, one part after the other, and tells who would gain and lose each badge. */
export async function judgeInParts(
  call: VerbCall,
  tryPart: (after: string | undefined) => Promise<OfficeTrial>,
): Promise<ExitCode> {
  const { output, texts } = call;
  const sums = new Map<string, { before: number; after: number; gain: string[]; lose: string[] }>();
  let trial: OfficeTrial;
  let after: string | undefined;
  let judged = 0;
  do {
    trial = await tryPart(after);
    if (trial.faults.length > 0) return tellFaults(call, trial.faults);
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
