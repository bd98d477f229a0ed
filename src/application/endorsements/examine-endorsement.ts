import {
  type AchievementEndorsement,
  LONGEST_DOCUMENT,
  MOST_STANDING,
} from '../../domain/endorsement/achievement-endorsement.ts';
import type { EndorsementFault } from '../../domain/endorsement/endorsement-fault.ts';
import { equalityOf } from '../../domain/host/held-badge.ts';
import type { VerificationReport } from '../../openbadges/report.ts';
import { sha256Of } from '../digest.ts';
import type { Ports } from '../service-ports.ts';
import { judgeEndorsement, type SaidOfAchievement } from './judge-endorsement.ts';

/** A document or its address, to be examined as an endorsement. `code` names the only badge that it may be
 *  about. */
export interface BroughtEndorsement {
  readonly given: GivenEndorsement;
  readonly code?: string | undefined;
}

export type GivenEndorsement = Uint8Array | string | { readonly url: string };

/** The result: an endorsement that may be kept, with its document exactly as received, or the reason why it
 *  may not be kept. */
export type ExaminedEndorsement =
  | {
      readonly kind: 'good';
      readonly said: SaidOfAchievement;
      readonly endorsementKey: string;
      readonly content: string;
      readonly report: VerificationReport;
    }
  | {
      readonly kind: 'refused';
      readonly because: EndorsementFault;
      /** Absent where nothing could be verified. */
      readonly report?: VerificationReport;
    };

const ACCEPT =
  'application/vc+ld+json, application/vc, application/ld+json, application/json, application/vc+jwt, text/plain;q=0.9';
/** Keeps a byte-order mark, so that the document stays as received. */
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads, verifies and judges a document in which another body endorses one of our achievements. Stores
 *  nothing. */
export const examineEndorsement =
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
    const because = againstKeeping(await ports.store.readAchievementEndorsements(said), {
      endorsementKey,
      isOther: code !== undefined && code !== said.code,
    });
    if (because) return { kind: 'refused', because, report };
    return { kind: 'good', said, endorsementKey, content, report };
  };

function againstKeeping(
  known: readonly AchievementEndorsement[],
  { endorsementKey, isOther }: { readonly endorsementKey: string; readonly isOther: boolean },
): EndorsementFault | undefined {
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
