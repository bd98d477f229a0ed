import { audit } from '../../domain/audit.ts';
import type { Decider } from '../../domain/confirmation/confirm.ts';
import { isOpen } from '../../domain/contest/contest.ts';
import {
  type ContestResult,
  type ContestVerdict,
  decideContest,
} from '../../domain/contest/decide-contest.ts';
import type { RoleSettlement } from '../../domain/engagement/settle-clash.ts';
import { DomainError } from '../../domain/errors.ts';
import { localDateInParis } from '../../domain/time/time.ts';
import { roleChanges, roleSubjects } from '../confirmations/role-changes.ts';
import { mailAbout } from '../mail/mail-about.ts';
import type { Ports } from '../service-ports.ts';
import { tellHeads } from './tell-heads.ts';

export interface SettleCommand {
  readonly id: string;
  readonly verdict: ContestVerdict;
  readonly reason: string;
  readonly by: Decider;
  /** The decision on each single role that another person holds. */
  readonly settlements?: readonly RoleSettlement[];
}

/** Records the DANE's only decision on a contest, and tells the teacher and the principals. Where a clash has
 *  no settlement, the clash is returned and nothing is written. Throws `not-found`, `contest-decided`,
 *  `not-a-part`, `own-engagement`, `role-day-outside`, `store-conflict`. */
export const settleContest =
  (ports: Ports) =>
  async ({ id, verdict, reason, by, settlements = [] }: SettleCommand): Promise<ContestResult> => {
    const { store, clock, ids } = ports;
    const contest = await store.readContest(id);
    const [engagement] = contest ? await store.readEngagements([contest.engagementReference]) : [];
    if (!contest || !engagement) throw new DomainError('not-found');
    if (!isOpen(contest)) throw new DomainError('contest-decided');
    const at = clock.now();
    const newReference = () => `${engagement.reference}-${ids.salt().slice(0, 12)}`;
    const others = await store.readSingleRoleSegments([engagement]);
    const on = localDateInParis(at);
    const result = decideContest({ engagement, by, on, others, settlements, newReference }, verdict);
    if (result.kind === 'clash') return result;
    const references = [engagement, ...result.rest].map(({ reference }) => reference);
    const decision = { outcome: verdict.outcome, reason, by: by.personId, at, references };
    await store.commit([
      ...roleChanges(ports, result.cuts, { actor: by.personId, at }),
      {
        kind: 'engagement-decided',
        asRead: engagement,
        engagement: result.engagement,
        cutOff: result.rest,
      },
      { kind: 'contest-decided', id, decision },
      ...mailAbout(ports, {
        kind: 'decision',
        personId: contest.personId,
        subjectIds: [engagement.reference, ...roleSubjects(result.applied)],
        at,
      }),
      ...(await tellHeads(ports, contest, at)),
      audit(`contest-${verdict.outcome}`, {
        at,
        actor: by.personId,
        subject: contest.personId,
        details: { contest: id },
      }),
    ]);
    return result;
  };
