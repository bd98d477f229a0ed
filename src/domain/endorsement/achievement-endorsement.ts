import { type Instant, secondsAfter } from '../time/time.ts';

/** Most characters of the signed document. */
export const LONGEST_DOCUMENT = 64 * 1024;
/** Most characters of the words that a page shows. */
export const LONGEST_WORDS = 2000;
/** Most characters of the name of the body that signed. */
export const LONGEST_NAME = 200;
/** Most characters of an identifier: of the body, of its key, of the document. */
export const LONGEST_ID = 500;
/** Endorsements of one badge in one version that stand at once. */
export const MOST_STANDING = 12;

const DAY_SECONDS = 86_400;
/** What could not be verified is tried again after an hour. */
const AGAIN_SECONDS = 3600;
/** What cannot be verified any more goes on being shown for this long after it was last found good. */
export const OPEN_SECONDS = 3 * DAY_SECONDS;

/** What another body says of one of our achievements, as the DANE brought it (docs/rules.md, Endorsements). Its
 *  words and names are a stranger's. */
export interface AchievementEndorsement {
  /** A UUID of ours. */
  readonly id: string;
  /** A digest of its issuer and of the id that it states. */
  readonly endorsementKey: string;
  /** The achievement that it is about: code of the badge, version of the criteria, language. */
  readonly code: string;
  readonly version: number;
  readonly language: 'fr' | 'en';
  readonly form: 'json' | 'jws';
  readonly issuer: EndorsingBody;
  /** The verification method, or the `kid`, with which it is signed. */
  readonly keyId: string;
  readonly words?: string;
  /** As the document writes it. */
  readonly validFrom: string;
  readonly endsAt?: Instant;
  readonly keptAt: Instant;
  readonly look: EndorsementLook;
  readonly withdrawal?: { readonly at: Instant; readonly reason: string };
}

/** An endorsement with its document, exactly as it came: JSON with embedded proofs, or a compact JWS. */
export interface WholeEndorsement extends AchievementEndorsement {
  readonly content: string;
}

/** Who signed. The name is that of the list, where one knows the body; else the one that the document states. */
export interface EndorsingBody {
  readonly id: string;
  readonly name?: string;
  readonly list?: string;
}

/** The last verification. `open`: it could not be carried out. */
export interface EndorsementLook {
  readonly result: 'good' | 'bad' | 'open';
  readonly verdict: string;
  /** The code of what stands against it. */
  readonly fault?: string;
  readonly at: Instant;
  /** When it was last found good. */
  readonly verifiedAt: Instant;
}

/** Whether an endorsement is shown; if not, why. */
export type EndorsementStanding = 'shown' | 'ended' | 'bad' | 'unverified' | 'withdrawn';

/** Nothing is shown that was found bad, that has ended, or that could not be verified for three days. */
export function standingOf(
  { withdrawal, look, endsAt }: AchievementEndorsement,
  now: Instant,
): EndorsementStanding {
  if (withdrawal) return 'withdrawn';
  if (look.result === 'bad') return 'bad';
  if (endsAt !== undefined && endsAt <= now) return 'ended';
  return secondsAfter(look.verifiedAt, OPEN_SECONDS) <= now ? 'unverified' : 'shown';
}

/** The instants at which it may stop being shown by time alone. */
export function endsOf({ look, endsAt }: AchievementEndorsement): readonly (Instant | undefined)[] {
  return [endsAt, secondsAfter(look.verifiedAt, OPEN_SECONDS)];
}

/** The instants before which a verification is old enough for another one: every day, and every hour where the
 *  last one could not be carried out. */
export function lookedBefore(now: Instant): { readonly carriedOut: Instant; readonly open: Instant } {
  return { carriedOut: secondsAfter(now, -DAY_SECONDS), open: secondsAfter(now, -AGAIN_SECONDS) };
}

/** Changes to the endorsements of achievements. */
export type AchievementEndorsementChange =
  /** Refused by the store where the same one stands already. */
  | { readonly kind: 'achievement-endorsement-kept'; readonly endorsement: WholeEndorsement }
  | {
      readonly kind: 'achievement-endorsement-looked-at';
      readonly id: string;
      readonly look: EndorsementLook;
      /** The body as the lists know it now. */
      readonly issuer: EndorsingBody;
    }
  | {
      readonly kind: 'achievement-endorsement-withdrawn';
      readonly id: string;
      readonly withdrawal: NonNullable<AchievementEndorsement['withdrawal']>;
    };
