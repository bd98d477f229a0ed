import { parseCredentialId } from '../../domain/ids.ts';
import { counted, type TakeStep } from '../jobs/step.ts';
import type { Ports } from '../service-ports.ts';
import { reSignMisstated } from './re-sign-misstated.ts';

/** Number of signed badges that one step reads. */
const STEP_SIZE = 10;

/** The same work as a job: each step reads a few badges and signs again those that are misstated. */
export const reSignStep =
  (ports: Ports): TakeStep =>
  async ({ progress, madeBy }) => {
    const after = progress.after === undefined ? undefined : parseCredentialId(progress.after);
    const outcomes: string[] = [];
    const run = reSignMisstated(ports)({
      actor: madeBy,
      limit: STEP_SIZE,
      ...(after && { after }),
    });
    let next = await run.next();
    for (; !next.done; next = await run.next()) {
      if (next.value.found.kind === 'to-decide') outcomes.push('to-decide');
      else if (next.value.found.kind === 'revoked') outcomes.push('left-revoked');
      else if (next.value.reSigned) outcomes.push('re-signed');
    }
    const last = next.value;
    const counts = counted(progress.counts, outcomes);
    return {
      progress: { phase: last ? 0 : 1, counts, ...(last && { after: last }) },
      advanced: STEP_SIZE,
      finished: last === undefined,
      changes: [],
    };
  };
