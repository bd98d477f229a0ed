import { beginRevocations } from '../credentials/begin-revocations.ts';
import { readRevocations } from '../credentials/read-revocations.ts';
import { revokeByProgram } from '../credentials/revoke-by-program.ts';
import { beginUndo } from '../files/undo/begin-undo.ts';
import { listImports, undoByProgram } from '../files/undo/undo-by-program.ts';
import type { Ports } from '../service-ports.ts';
import type { advanceJob } from './advance-job.ts';
import type { beginJob } from './begin-job.ts';
import { startJob, takeBackJob } from './take-back-job.ts';

/** Use cases that revoke many badges, for the page and for programs. */
export function revocationServices(
  needs: Ports & {
    readonly beginJob: ReturnType<typeof beginJob>;
    readonly advanceJob: ReturnType<typeof advanceJob>;
  },
) {
  const begin = beginRevocations(needs.beginJob);
  const work = { startJob: startJob(needs), takeBackJob: takeBackJob(needs) };
  return {
    readRevocations: readRevocations(needs),
    beginRevocations: begin,
    revokeByProgram: revokeByProgram({ ...needs, ...work, beginRevocations: begin }),
  };
}

/** Use cases that undo an import, for the page and for programs. */
export function undoServices(needs: Parameters<typeof beginUndo>[0] & Omit<UndoNeeds, 'beginUndo'>) {
  const begin = beginUndo(needs);
  return {
    listImports: listImports(needs),
    beginUndo: begin,
    undoByProgram: undoByProgram({ ...needs, beginUndo: begin }),
  };
}

type UndoNeeds = Parameters<typeof undoByProgram>[0];
