import { audit } from '../../domain/audit/entry.ts';
import type { PersonId } from '../../domain/ids.ts';
import { isClockLeftover } from '../../domain/integrity/invariant.ts';
import { SYSTEM_ACTOR } from '../audit/context.ts';
import { sealAudit } from '../audit/seal.ts';
import { appendBadgeLog } from '../badge-log/append-badges.ts';
import { beginJob } from '../jobs/begin.ts';
import type { Ports } from '../service-ports.ts';
import { useCases } from '../use-cases.ts';
import type { UptimeDays } from './uptime-days.ts';

type Leftovers = Awaited<ReturnType<Ports['store']['countClockLeftovers']>>;

/** Clears what the service wrote by itself while its clock was ahead, after it signed today's states of both logs. It
 *  then measures the coverage and checks the invariants again. Returns the rows of each table. Throws
 *  `clock-contradicted` if another machine contradicts the present clock. */
const clearClockLeftovers =
  (ports: Ports) =>
  async ({ actor, dryRun }: { readonly actor: PersonId; readonly dryRun: boolean }): Promise<Leftovers> => {
    const { store, time } = ports;
    const at = await time.check();
    const leftovers = await store.countClockLeftovers(at);
    if (dryRun || leftovers.length === 0) return leftovers;
    await appendBadgeLog(ports)();
    await sealAudit(ports)();
    const details = Object.fromEntries(leftovers.map(({ table, rows }) => [table, rows]));
    await store.commit([
      { kind: 'clock-leftovers-cleared', at },
      audit('clock-cleared', { at, actor, subject: 'clock', details }),
    ]);
    await beginJob(ports)({ kind: 'measure-coverage' }, SYSTEM_ACTOR);
    await beginJob(ports)({ kind: 'ask-invariants' }, SYSTEM_ACTOR);
    return leftovers;
  };

/** Clears them without the operator if the night's check found some, and another machine or seven uptime days confirm
 *  the clock. To a clock that is behind, what is right looks dated ahead too. The timer calls it. */
export const clearWhenCertain = (ports: Ports, days: Pick<UptimeDays, 'sureTime'>) => async () => {
  const answers = await ports.store.readInvariantAnswers();
  if (!answers.some(({ found }) => found.some(isClockLeftover))) return;
  const sure = await days.sureTime();
  if (!sure || (sure.announcedBefore === undefined && !(await ports.time.look()).isConfirmed)) return;
  await clearClockLeftovers(ports)({ actor: SYSTEM_ACTOR, dryRun: false });
};

export const clockLeftoverServices = useCases({ clearClockLeftovers });
