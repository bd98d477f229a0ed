import { declare } from '../../domain/features/declaration.ts';
import type { Row } from '../../domain/tables/column-names.ts';
import { type Instant, secondsAfter } from '../../domain/time/calendar.ts';
import { achievementEndorsementErrors } from './feature-errors.ts';

/** Most characters of the signed document. */
export const LONGEST_DOCUMENT = 64 * 1024;
/** Most characters of the words that a page shows. */
export const MAX_TEXT_LENGTH = 2000;
/** Most characters of the name of the body that signed. */
export const LONGEST_NAME = 200;
/** Most characters of an identifier: of the body, of its key, of the document. */
export const LONGEST_ID = 500;
/** The most endorsements that one version of a badge may have at once. */
export const MOST_STANDING = 12;

const DAY_SECONDS = 86_400;
/** Seconds after which a verification that could not be carried out is tried again. */
const AGAIN_SECONDS = 3600;
/** Seconds for which an endorsement is still shown after its last good verification, while it cannot be
 *  verified. */
export const OPEN_SECONDS = 3 * DAY_SECONDS;

/** Another body's endorsement of one of our achievements, entered by the DANE (docs/rules.md, Endorsements).
 *  Its words and names come from outside and are not ours. */
export interface AchievementEndorsement {
  /** A UUID that this service made. */
  readonly id: string;
  /** A digest of its issuer and of the id in the document. */
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
  /** As written in the document. */
  readonly validFrom: string;
  readonly endsAt?: Instant;
  readonly keptAt: Instant;
  readonly look: EndorsementCheck;
  readonly withdrawal?: { readonly at: Instant; readonly reason: string };
}

/** An endorsement with its document exactly as it was received: JSON with embedded proofs, or a compact
 *  JWS. */
export interface WholeEndorsement extends AchievementEndorsement {
  readonly content: string;
}

/** The body that signed. Its name comes from a trusted list that contains it, else from the document. */
export interface EndorsingBody {
  readonly id: string;
  readonly name?: string;
  readonly list?: string;
}

/** The result of the last verification. `open`: it could not be carried out. */
export interface EndorsementCheck {
  readonly result: 'good' | 'bad' | 'open';
  readonly verdict: string;
  /** The code of the fault that was found. */
  readonly fault?: string;
  readonly at: Instant;
  /** The instant of the last good verification. */
  readonly verifiedAt: Instant;
}

/** Whether an endorsement is shown and, if not, why. */
export type EndorsementStanding = 'shown' | 'ended' | 'bad' | 'unverified' | 'withdrawn';

/** The standing at an instant. An endorsement is shown unless it was withdrawn, was found bad, has ended, or
 *  could not be verified for three days. */
export function standingOf(
  { withdrawal, look, endsAt }: AchievementEndorsement,
  now: Instant,
): EndorsementStanding {
  if (withdrawal) return 'withdrawn';
  if (look.result === 'bad') return 'bad';
  if (endsAt !== undefined && endsAt <= now) return 'ended';
  return secondsAfter(look.verifiedAt, OPEN_SECONDS) <= now ? 'unverified' : 'shown';
}

/** The instants at which it may stop being shown without any other change. */
export function endsOf({ look, endsAt }: AchievementEndorsement): readonly (Instant | undefined)[] {
  return [endsAt, secondsAfter(look.verifiedAt, OPEN_SECONDS)];
}

/** A verification older than these instants is due again: after a day, or after an hour where the last one
 *  could not be carried out. */
export function lookedBefore(now: Instant): { readonly carriedOut: Instant; readonly open: Instant } {
  return { carriedOut: secondsAfter(now, -DAY_SECONDS), open: secondsAfter(now, -AGAIN_SECONDS) };
}

/** Changes to the endorsements of achievements. */
export type AchievementEndorsementChange =
  /** Refused by the store where the same endorsement already stands. */
  | { readonly kind: 'achievement-endorsement-kept'; readonly endorsement: WholeEndorsement }
  | {
      readonly kind: 'achievement-endorsement-looked-at';
      readonly id: string;
      readonly look: EndorsementCheck;
      /** The body as the trusted lists now name it. */
      readonly issuer: EndorsingBody;
    }
  | {
      readonly kind: 'achievement-endorsement-withdrawn';
      readonly id: string;
      readonly withdrawal: NonNullable<AchievementEndorsement['withdrawal']>;
    };

/** Reads other bodies' endorsements of our badges. */
export interface AchievementEndorsementReader {
  /** The endorsements of every badge, or of one badge in one version or in all, without their documents, the
   *  first one stored first. Withdrawn ones are included. */
  readAchievementEndorsements(of?: {
    readonly code: string;
    readonly version?: number;
  }): Promise<readonly AchievementEndorsement[]>;
  /** The endorsements with these ids, with their documents, the first one stored first. */
  readWholeEndorsements(ids: readonly string[]): Promise<readonly WholeEndorsement[]>;
  /** Standing endorsements last verified before these instants, the longest ago first. */
  readEndorsementsToVerify(
    before: { readonly carriedOut: Instant; readonly open: Instant },
    limit: number,
  ): Promise<readonly WholeEndorsement[]>;
}

/** The rows of its tables, exactly as the migrations make them. */
export interface AchievementEndorsementsTables {
  achievement_endorsement: Row<'achievement_endorsement', WholeEndorsement>;
}

/** What the other layers read of this feature. */
export const feature = declare<
  AchievementEndorsementsTables,
  AchievementEndorsementChange,
  AchievementEndorsementReader
>()({
  group: 'badges',
  audit: [
    'achievement-endorsement-kept',
    'achievement-endorsement-lapsed',
    'achievement-endorsement-withdrawn',
  ],
  errors: achievementEndorsementErrors,
});
