import type { Evaluation } from '../criteria/evaluation.ts';
import type { AwardId, CredentialId, PersonId } from '../ids.ts';
import type { SchoolYear } from '../time/school-year.ts';
import type { Instant } from '../time/time.ts';
import type { Uai } from '../uai.ts';

/** Who receives an award: a person, or a school whose principal accepts for it. */
export type Recipient =
  | { readonly kind: 'person'; readonly personId: PersonId }
  | { readonly kind: 'establishment'; readonly uai: Uai };

/** A DANE agent's decision to recognise, with all that it judged. Never changed afterwards. */
export interface Award {
  readonly id: AwardId;
  readonly recipient: Recipient;
  readonly achievement: string;
  /** Criteria version it was judged by; later versions never touch it. */
  readonly version: number;
  /** The school year that contains D. */
  readonly schoolYear: SchoolYear;
  /** 1 for the first award of this recipient and achievement (a school's: and school year), then 2, 3… */
  readonly sequence: number;
  readonly grantedAt: Instant;
  readonly grantedBy: string;
  /** Present exactly where it was granted against the criteria or against an earlier refusal. */
  readonly overrideReason?: string;
  readonly evaluation: Evaluation;
  /** `sha256$` + hex of the canonical JSON (RFC 8785) of `evaluation.facts`. */
  readonly factsDigest: string;
  /** 31 August of the school year + years of validity; absent where the badge does not end. */
  readonly validUntil?: Instant;
}

export type Visibility = 'public' | 'unlisted';
export type NameChoice = 'none' | 'initials' | 'full';

/** What the holder has chosen; until accepted the credential's address answers 404. */
export interface HolderChoice {
  readonly acceptance: 'private' | 'accepted' | 'declined';
  readonly visibility: Visibility;
  readonly hidden: boolean;
  readonly name: NameChoice;
  readonly showSchools: boolean;
  /** Asks for the salted hash of the e-mail address: whoever knows the address can find out whose badge it is. */
  readonly emailIdentifier: boolean;
}

export interface Revocation {
  readonly at: Instant;
  readonly by: string;
  /** Shown in public. */
  readonly reason: string;
}

/** The signed form of an award: bytes are kept as signed and every view is served from them. */
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
  /** Set when the holder was erased: the address answers 410, the status entry stays. */
  readonly erasedAt?: Instant;
}
