import type { VerificationReport } from '#open-badges/verification';
import { SYSTEM_ACTOR } from '../../application/audit/context.ts';
import { type Allowance, UNLIMITED } from '../../application/concurrency/query-budget.ts';
import { sha256Of } from '../../application/digest.ts';
import { doEachItem } from '../../application/maintenance/one-by-one.ts';
import type { Ports } from '../../application/service-ports.ts';
import { retryOnConflict, useCases } from '../../application/use-cases.ts';
import { audit } from '../../domain/audit/entry.ts';
import { DomainError } from '../../domain/errors.ts';
import { refuseNumen } from '../../domain/person/numen.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import { equalityOf } from '../host/feature-held-badge.ts';
import { type EndorsementContent, type EndorsementJudgment, judgeEndorsement } from './actions-judge.ts';
import {
  type AchievementEndorsement,
  type EndorsementCheck,
  LONGEST_DOCUMENT,
  lookedBefore,
  MOST_STANDING,
  standingOf,
  type WholeEndorsement,
} from './feature.ts';
import type { EndorsementError } from './feature-fault.ts';

/** A document or its address, to be examined as an endorsement. `code` names the only badge that it may be
 *  about. */
interface BroughtEndorsement {
  readonly given: GivenEndorsement;
  readonly code?: string | undefined;
}

export type GivenEndorsement = Uint8Array | string | { readonly url: string };

/** The result: an endorsement that may be kept, with its document exactly as received, or the reason why it
 *  may not be kept. */
export type ExaminedEndorsement =
  | {
      readonly kind: 'good';
      readonly said: EndorsementContent;
      readonly endorsementKey: string;
      readonly content: string;
      readonly report: VerificationReport;
    }
  | {
      readonly kind: 'refused';
      readonly because: EndorsementError;
      /** Absent if nothing could be verified. */
      readonly report?: VerificationReport;
    };

const ACCEPT =
  'application/vc+ld+json, application/vc, application/ld+json, application/json, application/vc+jwt, text/plain;q=0.9';
/** Keeps a byte-order mark, so that the document stays as received. */
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads, verifies and judges a document in which another body endorses one of our achievements. Stores
 *  nothing. */
const examineEndorsement =
  (ports: Ports) =>
  async ({ given, code }: BroughtEndorsement): Promise<ExaminedEndorsement> => {
    const content = await contentOf(given, ports);
    if (typeof content === 'object') return content;
    if (content.length > LONGEST_DOCUMENT) return { kind: 'refused', because: 'too-large' };
    const report = await ports.verifyCredential({ kind: 'document', document: content });
    if (report.jws !== undefined && report.jws !== content.trim()) {
      return { kind: 'refused', because: 'enveloped', report };
    }
    const judgment = judgeEndorsement(report, ports);
    if (judgment.kind === 'refused') return { ...judgment, report };
    const { said } = judgment;
    const endorsementKey = await sha256Of(equalityOf(said.issuer.id, said.credentialId));
    const because = reasonNotToSave(await ports.store.readAchievementEndorsements(said), {
      endorsementKey,
      isOther: code !== undefined && code !== said.code,
    });
    if (because) return { kind: 'refused', because, report };
    return { kind: 'good', said, endorsementKey, content, report };
  };

function reasonNotToSave(
  known: readonly AchievementEndorsement[],
  { endorsementKey, isOther }: { readonly endorsementKey: string; readonly isOther: boolean },
): EndorsementError | undefined {
  if (isOther) return 'another-badge';
  const standing = known.filter(({ withdrawal }) => !withdrawal);
  if (standing.some((one) => one.endorsementKey === endorsementKey)) return 'kept-already';
  return standing.length >= MOST_STANDING ? 'full' : undefined;
}

type Refused = Extract<ExaminedEndorsement, { kind: 'refused' }>;

/** The document as text. Further addresses in it are not read. */
async function contentOf(given: GivenEndorsement, { fetcher }: Ports): Promise<string | Refused> {
  if (typeof given === 'string') return given;
  if (given instanceof Uint8Array) return decode(given) ?? { kind: 'refused', because: 'unreadable' };
  const fetched = await fetcher.fetch(given.url, ACCEPT);
  if (fetched.kind !== 'ok') return { kind: 'refused', because: 'unreachable' };
  return decode(fetched.body) ?? { kind: 'refused', because: 'unreadable' };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

interface By {
  readonly actor: string;
}

export type SaveEndorsementResult =
  | { readonly kind: 'kept'; readonly endorsement: AchievementEndorsement }
  | Extract<ExaminedEndorsement, { kind: 'refused' }>;

/** Verifies another body's endorsement of one of our achievements, and stores it with its document as
 *  received. */
const saveAchievementEndorsement =
  (ports: Ports) =>
  async ({ actor, ...brought }: BroughtEndorsement & By): Promise<SaveEndorsementResult> => {
    const examined = await examineEndorsement(ports)(brought);
    if (examined.kind === 'refused') return examined;
    const { said, endorsementKey, content, report } = examined;
    const { credentialId: _stated, ...shown } = said;
    const at = ports.clock.now();
    const endorsement: WholeEndorsement = {
      ...shown,
      id: ports.ids.uuid(),
      endorsementKey,
      content,
      keptAt: at,
      look: { result: 'good', verdict: report.verdict, at, verifiedAt: at },
    };
    try {
      await ports.store.commit([
        { kind: 'achievement-endorsement-kept', endorsement },
        audit('achievement-endorsement-kept', {
          at,
          actor,
          subject: endorsement.id,
          details: detailsOf(endorsement),
        }),
      ]);
    } catch (error) {
      // Someone else entered the same endorsement in the meantime.
      if (!(error instanceof DomainError) || error.code !== 'store-conflict') throw error;
      return { kind: 'refused', because: 'kept-already', report };
    }
    return { kind: 'kept', endorsement };
  };

/** Withdraws an endorsement, with the reason. It is no longer shown anywhere. Throws `not-found`,
 *  `numen-refused`, and `settled-meanwhile` where it is withdrawn already. */
const withdrawAchievementEndorsement =
  ({ store, clock }: Ports) =>
  ({ id, reason, actor }: By & { readonly id: string; readonly reason: string }): Promise<void> =>
    retryOnConflict(async () => {
      refuseNumen(reason);
      const [endorsement] = await store.readWholeEndorsements([id]);
      if (!endorsement) throw new DomainError('not-found');
      if (endorsement.withdrawal) throw new DomainError('settled-meanwhile');
      const at = clock.now();
      await store.commit([
        { kind: 'achievement-endorsement-withdrawn', id, withdrawal: { at, reason } },
        audit('achievement-endorsement-withdrawn', {
          at,
          actor,
          subject: id,
          details: { ...detailsOf(endorsement), reason },
        }),
      ]);
    });

/** The details of an endorsement in the audit. */
function detailsOf({ code, version, issuer }: AchievementEndorsement) {
  return { badge: `${code}/v${version}`, issuer: issuer.id };
}

/** The most endorsements verified in one call of the timer. */
const A_VISIT = 2;
/** The most queries for one endorsement. Its verification reads the trusted lists. */
const QUERIES = 4;

/** Verifies again the endorsements whose last verification is a day old. The timer calls it. */
export const verifyDueEndorsements =
  (ports: Ports) =>
  async (allowance: Allowance = UNLIMITED): Promise<void> => {
    if (!allowance.has(1 + A_VISIT * QUERIES)) return;
    const due = await ports.store.readEndorsementsToVerify(lookedBefore(ports.clock.now()), A_VISIT);
    await doEachItem(
      ports.log,
      'endorsements',
      due.map((one) => ({ id: one.id, action: () => verifyAndRecord(ports, one, SYSTEM_ACTOR) })),
    );
  };

/** Verifies one endorsement at once. Throws `not-found` where none with this id stands. */
const verifyEndorsementNow =
  (ports: Ports) =>
  async ({ id, actor }: { readonly id: string; readonly actor: string }): Promise<void> => {
    const [endorsement] = await ports.store.readWholeEndorsements([id]);
    if (!endorsement || endorsement.withdrawal) throw new DomainError('not-found');
    await verifyAndRecord(ports, endorsement, actor);
  };

async function verifyAndRecord(ports: Ports, endorsement: WholeEndorsement, actor: string): Promise<void> {
  const { store, clock, verifyCredential } = ports;
  const { id, content, issuer } = endorsement;
  const report = await verifyCredential({ kind: 'document', document: content });
  const judgment = judgeEndorsement(report, ports);
  const at = clock.now();
  const look = toEndorsementCheck(report, judgment, { at, before: endorsement.look.verifiedAt });
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

function toEndorsementCheck(
  report: VerificationReport,
  judgment: EndorsementJudgment,
  { at, before }: { readonly at: Instant; readonly before: Instant },
): EndorsementCheck {
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

export const achievementEndorsementServices = useCases({
  examineEndorsement,
  saveAchievementEndorsement,
  withdrawAchievementEndorsement,
  verifyEndorsementNow,
});
