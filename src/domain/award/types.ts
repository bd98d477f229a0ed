import type { Evaluation } from '../criteria/evaluation.ts';
import type { AwardId, CredentialId, PersonId } from '../ids.ts';
import type { Instant } from '../time/calendar.ts';
import type { SchoolYear } from '../time/school-year.ts';
import type { Uai } from '../uai.ts';

export type AwardChange =
  /** Takes the proposals of the badge out of the queue. Refused where the recipient is gone, or where a refusal
   *  of the badge stands for the school year. */
  | { readonly kind: 'award-granted'; readonly award: Award }
  /** A reminder that is due was taken, whether a mail was written or not. Refused where another process has
   *  taken it. */
  | { readonly kind: 'award-reminded'; readonly awardId: AwardId; readonly left: 0 | 1 };

/** The recipient of an award: a person, or a school whose principal accepts on its behalf. */
export type Recipient =
  | { readonly kind: 'person'; readonly personId: PersonId }
  | { readonly kind: 'establishment'; readonly uai: Uai };

/** A DANE agent's decision to grant a badge, with the evaluation it rests on. It never changes afterwards. */
export interface Award {
  readonly id: AwardId;
  readonly recipient: Recipient;
  readonly achievement: string;
  /** The criteria version that judged it. Later versions never touch it. */
  readonly version: number;
  /** The school year that contains D. */
  readonly schoolYear: SchoolYear;
  /** 1 for the first award of this achievement to this recipient, then 2, 3… For a school, it starts again at
   *  1 each school year. */
  readonly sequence: number;
  readonly grantedAt: Instant;
  readonly grantedBy: string;
  /** Present only if the badge was granted by a decision that its criteria ask for, against the criteria, or
   *  against an earlier refusal. */
  readonly overrideReason?: string;
  readonly evaluation: Evaluation;
  /** `sha256$` + hex of the canonical JSON (RFC 8785) of `evaluation.facts`. */
  readonly factsDigest: string;
  /** The end of 31 August, counted in years of validity from the school year; absent if the badge has no
   *  end. */
  readonly validUntil?: Instant;
}

/** Who may find an accepted badge: everybody, or only people who have its link. */
export type Visibility = 'public' | 'unlisted';
/** How the badge names its holder. */
export type NameChoice = 'none' | 'initials' | 'full';
/** The grammatical form of the title of a badge that shows its holder's full name. */
export type FormChoice = 'feminine' | 'masculine' | 'inclusive';

/** Which of the principals' words that were added to a badge it shows: those that tell no more than the rest of
 *  the choice, all, or none. */
export type CommentsChoice = 'fitting' | 'all' | 'none';

/** The holder's choices. Until the badge is accepted, the credential's address answers 404. */
export interface HolderChoice {
  readonly acceptance: 'private' | 'accepted' | 'declined';
  readonly visibility: Visibility;
  readonly hidden: boolean;
  readonly name: NameChoice;
  /** Used only with the full name: a nameless badge does not tell the gender. */
  readonly form: FormChoice;
  readonly showSchools: boolean;
  /** True to put the salted hash of the e-mail address into the badge. Anyone who knows the address can then
   *  check whose badge it is. */
  readonly emailIdentifier: boolean;
  readonly words: CommentsChoice;
}

/** The first signature has no name, school or e-mail identifier. The badge is not shown until its holder
 *  accepts it. */
export const FIRST_CHOICE: HolderChoice = {
  acceptance: 'private',
  visibility: 'unlisted',
  hidden: false,
  name: 'none',
  form: 'inclusive',
  showSchools: false,
  emailIdentifier: false,
  words: 'fitting',
};

/** The end of a badge before its time. A badge that is revoked is never valid again. */
export interface Revocation {
  readonly at: Instant;
  readonly by: string;
  /** Shown in public. */
  readonly reason: string;
}

/** Why a badge is suspended, from a closed list that is public: it is being checked, an engagement behind it
 *  is contested, an error was reported, or its holder asked. */
export const SUSPENSION_CAUSES = ['check', 'contest', 'error', 'request'] as const;
export type SuspensionCause = (typeof SUSPENSION_CAUSES)[number];

/** A period in which a badge does not count. When it ends, the badge counts again as before. */
export interface Suspension {
  readonly at: Instant;
  readonly by: string;
  readonly cause: SuspensionCause;
  /** Shown in public. */
  readonly reason: string;
  /** For the DANE alone; it is forgotten at the end of the suspension. */
  readonly note?: string;
}

/** The signed form of an award. The bytes are kept as signed, and every view is served from them. */
export interface IssuedCredential {
  readonly id: CredentialId;
  readonly awardId: AwardId;
  /** Goes up by one at each re-issue under the same id. */
  readonly revision: number;
  readonly validFrom: Instant;
  /** JSON text with the embedded Data Integrity proof, exactly as signed. */
  readonly document: string;
  /** Compact JWS (VC-JWT, RS256) over the same body without `proof`. */
  readonly jws: string;
  /** `kid`s of the two keys that signed. */
  readonly keyIds: readonly string[];
  readonly statusListId: string;
  readonly statusIndex: number;
  /** `urn:uuid:…` of the subject: per award, kept across re-issues. */
  readonly subjectId: string;
  /** Salt of the hashed identifier: random per award, kept across re-issues. */
  readonly salt: string;
  readonly choice: HolderChoice;
  readonly revocation?: Revocation;
  /** Never next to a revocation, which ends it. */
  readonly suspension?: Suspension;
  /** When its holder, who had not answered, was last reminded. */
  readonly remindedAt?: Instant;
  /** Set when the holder was erased: the address answers 410, the status entry stays. */
  readonly erasedAt?: Instant;
}
