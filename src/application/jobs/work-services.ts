import { beginRevocations, readRevocations, revokeByProgram } from '../credentials/revocations.ts';
import { beginUndo, listImports, undoByProgram } from '../files/undo/undo-by-program.ts';
import type { Ports } from '../service-ports.ts';
import type { AdvanceJob } from './jobs.ts';

/** Use cases that revoke many badges, for the page and for programs. */
export function revocationServices(ports: Ports, advance: AdvanceJob) {
  return {
    readRevocations: readRevocations(ports),
    beginRevocations: beginRevocations(ports),
    revokeByProgram: revokeByProgram(ports, advance),
  };
}

/** Use cases that undo an import, for the page and for programs. */
export function undoServices(ports: Ports, advance: AdvanceJob) {
  return {
    listImports: listImports(ports),
    beginUndo: beginUndo(ports),
    undoByProgram: undoByProgram(ports, advance),
  };
}
