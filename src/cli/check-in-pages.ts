import type { OfficeTrial } from '../application/criteria/office.ts';
import type { PackError } from '../domain/settings/pack-error.ts';
import type { CommandCall, ExitCode } from './command.ts';

/** Names every fault of a pack or a badge; nothing is adopted. */
export function reportErrors({ output, texts }: CommandCall, errors: readonly PackError[]): ExitCode {
  for (const error of errors) output.line({ kind: 'fault', ...error }, texts.packFault(error));
  output.line({ kind: 'summary', faults: errors.length }, texts.packFaults(errors.length));
  return 1;
}

/** Judges everybody, one part after the other, and tells who would gain and lose each badge. */
export async function judgeInPages(
  call: CommandCall,
  tryPage: (after: string | undefined) => Promise<OfficeTrial>,
): Promise<ExitCode> {
  const { output, texts } = call;
  const sums = new Map<string, { before: number; after: number; gain: string[]; lose: string[] }>();
  let trial: OfficeTrial;
  let after: string | undefined;
  let judged = 0;
  do {
    trial = await tryPage(after);
    if (trial.faults.length > 0) return reportErrors(call, trial.faults);
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
  for (const badge of trial.missingSentences ?? []) {
    output.line({ kind: 'missing-sentences', badge }, texts.missingSentences(badge));
  }
  const difference = trial.difference ?? 'none';
  output.line({ kind: 'summary', faults: 0, difference }, texts.officeSound(difference));
  return 0;
}
