import { audit } from '../../domain/audit.ts';
import {
  type EndorsementLook,
  lookedBefore,
  standingOf,
  type WholeEndorsement,
} from '../../domain/endorsement/achievement-endorsement.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { VerificationReport } from '../../openbadges/report.ts';
import { type Allowance, UNLIMITED } from '../query-allowance.ts';
import type { Ports } from '../service-ports.ts';
import { UPKEEP_ACTOR } from '../upkeep/upkeep-actor.ts';
import { type EndorsementJudgment, judgeEndorsement } from './judge-endorsement.ts';
import { detailsOf } from './keep-achievement-endorsements.ts';

/** The most endorsements verified in one call of the timer. */
const A_VISIT = 2;
/** The most queries for one endorsement. Its verification reads the trusted lists. */
const QUERIES = 4;

/** Verifies again the endorsements whose last verification is a day old. The timer calls it. */
export const lookAtEndorsements =
  (ports: Ports) =>
  async (allowance: Allowance = UNLIMITED): Promise<void> => {
    if (!allowance.has(1 + A_VISIT * QUERIES)) return;
    const due = await ports.store.readEndorsementsToLookAt(lookedBefore(ports.clock.now()), A_VISIT);
    for (const endorsement of due) await lookAt(ports, endorsement, UPKEEP_ACTOR);
  };

/** Verifies one endorsement at once. Throws `not-found` where none with this id stands. */
export const lookAtEndorsement =
  (ports: Ports) =>
  async ({ id, actor }: { readonly id: string; readonly actor: string }): Promise<void> => {
    const [endorsement] = await ports.store.readWholeEndorsements([id]);
    if (!endorsement || endorsement.withdrawal) throw new DomainError('not-found');
    await lookAt(ports, endorsement, actor);
  };

async function lookAt(ports: Ports, endorsement: WholeEndorsement, actor: string): Promise<void> {
  const { store, clock, verifyCredential } = ports;
  const { id, content, issuer } = endorsement;
  const report = await verifyCredential({ kind: 'document', document: content });
  const judgment = judgeEndorsement(report, ports);
  const at = clock.now();
  const look = toLook(report, judgment, { at, before: endorsement.look.verifiedAt });
  const known = judgment.kind === 'good' ? judgment.said.issuer : issuer;
  const lapses =
    standingOf(endorsement, endorsement.look.at) === 'shown' &&
    standingOf({ ...endorsement, look }, at) !== 'shown';
  await store.commit([
    { kind: 'achievement-endorsement-looked-at', id, look, issuer: known },
    ...(lapses
      ? [
          audit('achievement-endorsement-lapsed', {
            at,
            actor,
            subject: id,
            details: { ...detailsOf(endorsement), verdict: look.verdict, fault: look.fault ?? '' },
          }),
        ]
      : []),
  ]);
}

function toLook(
  report: VerificationReport,
  judgment: EndorsementJudgment,
  { at, before }: { readonly at: Instant; readonly before: Instant },
): EndorsementLook {
  const { verdict, steps } = report;
  if (judgment.kind === 'good') return { result: 'good', verdict, at, verifiedAt: at };
  const { because } = judgment;
  const isVerdict = because === 'not-verified' || because === 'unreadable';
  const against = steps.find(({ result }) => result === 'failed') ?? steps.find(({ code }) => OPEN.has(code));
  // A key that its issuer has removed will not come back, so it is a fault at once.
  const isOpen = isVerdict && against !== undefined && OPEN.has(against.code) && !against.params?.['gone'];
  const fault = isVerdict ? against?.code : because;
  return { result: isOpen ? 'open' : 'bad', verdict, ...(fault && { fault }), at, verifiedAt: before };
}

/** Codes of faults that the network may have caused. */
const OPEN = new Set<string>(['key-unreachable', 'issuer-unreachable', 'status-unreachable', 'too-slow']);
