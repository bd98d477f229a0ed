import { type AuditAction, audit } from '../../domain/audit.ts';
import type { Change } from '../../domain/change/change.ts';
import type { Contest } from '../../domain/contest/contest.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Engagement } from '../../domain/records.ts';
import type { Instant } from '../../domain/time/time.ts';
import { mailAbout } from '../mail/mail-about.ts';
import { type Allowance, UNLIMITED } from '../query-allowance.ts';
import type { Ports } from '../service-ports.ts';
import { UPKEEP_ACTOR } from '../upkeep/upkeep-actor.ts';

/** Number of segments in one commit. */
const STEP_SIZE = 200;
/** The number is smaller for closings, because each takes two statements. */
const CLOSING_STEP_SIZE = 20;
/** The most queries of one step. */
const STEP_QUERIES = 50;

/** Opens a contest for every segment that a file contested, so that its teacher can answer and the DANE can
 *  decide. It closes the contest where a later file does not contest the segment. It runs after an import
 *  and by the timer; running it again changes nothing. */
export const openImportedContests =
  (ports: Ports) =>
  async (allowance: Allowance = UNLIMITED): Promise<void> => {
    const { store } = ports;
    let more = true;
    while (more && allowance.has(STEP_QUERIES)) {
      const [segments, obsolete] = await Promise.all([
        store.readUnopenedContests(STEP_SIZE),
        store.readObsoleteContests(CLOSING_STEP_SIZE),
      ]);
      const changes = [
        ...segments.flatMap((segment) => [opened(ports, segment), ...told(ports, segment)]),
        ...withdrawn(ports, obsolete),
      ];
      // Changes of one kind are grouped, so that they are sent as one statement (pack-rows), whatever their
      // number.
      const together = [...Map.groupBy(changes, ({ kind }) => kind).values()].flat();
      const done = await commitIfFirst(ports, together);
      more = done && (segments.length === STEP_SIZE || obsolete.length === CLOSING_STEP_SIZE);
    }
  };

/** Commits, unless another process does the same at the same moment. The next run then does the rest. */
async function commitIfFirst({ store }: Ports, changes: readonly Change[]): Promise<boolean> {
  if (changes.length === 0) return true;
  try {
    await store.commit(changes);
    return true;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'store-conflict') throw error;
    return false;
  }
}

/** The contest to open. Its motive is the reservation that the file gives beside the contest, if there is
 *  one. */
function opened({ ids, clock }: Ports, { reference, personId, uai, reservation }: Engagement): Change {
  const contest: Contest = {
    id: ids.uuid(),
    engagementReference: reference,
    personId,
    uai,
    openedAt: clock.now(),
    ...(reservation && { motive: reservation }),
  };
  return { kind: 'contest-opened', contest };
}

function told(ports: Ports, { reference, personId, uai }: Engagement): readonly Change[] {
  const at = ports.clock.now();
  return [
    ...mailAbout(ports, { kind: 'contest', personId, subjectIds: [reference], at }),
    audited('engagement-contested', { at, subject: personId, details: { reference, uai } }),
  ];
}

function withdrawn({ clock }: Ports, ids: readonly string[]): readonly Change[] {
  const at = clock.now();
  return ids.map((id) => ({ kind: 'contest-withdrawn', id, at }));
}

function audited(
  action: AuditAction,
  entry: {
    readonly at: Instant;
    readonly subject: string;
    readonly details: Readonly<Record<string, string>>;
  },
): Change {
  return audit(action, { actor: UPKEEP_ACTOR, ...entry });
}
