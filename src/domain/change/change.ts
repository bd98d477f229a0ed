import type { IdentityLink, Session, SignInDoubt } from '../access/account.ts';
import type { AuditEntry } from '../audit.ts';
import type { Award, HolderChoice, IssuedCredential, Revocation } from '../award/award-types.ts';
import type { CredentialId, PersonId } from '../ids.ts';
import type { MailChange } from '../mail/mail.ts';
import type { OutboxTask } from '../mail/outbox.ts';
import type { PublicKeyRecord } from '../public-key.ts';
import type {
  Attendance,
  Authorisation,
  Contribution,
  Engagement,
  Establishment,
  Event,
  Person,
  ProgressReview,
} from '../records.ts';
import type { Instant, LocalDate } from '../time/time.ts';
import type { Uai } from '../uai.ts';
import type { CampaignChange } from './campaign-change.ts';
import type { DaneDataChange } from './dane-data-change.ts';
import type { DecisionChange } from './decision-change.ts';
import type { MyChange } from './my-change.ts';
import type { SchoolChange } from './school-change.ts';

/** A token of the API: only the hash of its secret is kept. */
export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly role: 'dane' | 'reader';
  /** `sha256$` + hex of the secret. */
  readonly secretHash: string;
  readonly createdAt: Instant;
  /** From then on it opens nothing. */
  readonly expiresAt: Instant;
  /** The last day it was used on, in universal time; no finer trace is kept. */
  readonly lastUsedOn?: LocalDate;
  readonly revokedAt?: Instant;
}

/** A status list as published: signed bytes and what they say. */
export interface PublishedStatusList {
  readonly id: string;
  /** The revision of the bits that the bytes show. */
  readonly publishedRevision: number;
  /** JSON text of the signed BitstringStatusListCredential. */
  readonly document: string;
  readonly validUntil: Instant;
}

/** What signing in writes. */
export type AccountChange =
  | { readonly kind: 'sign-in-begun'; readonly attempt: SignInAttempt }
  | { readonly kind: 'sign-in-attempt-used'; readonly secretHash: string }
  | { readonly kind: 'identity-linked'; readonly link: IdentityLink }
  /** A second doubt about the same subject keeps the first one's id and day. */
  | { readonly kind: 'sign-in-doubted'; readonly doubt: SignInDoubt }
  | { readonly kind: 'sign-in-doubt-settled'; readonly id: string }
  | { readonly kind: 'session-begun'; readonly session: Session }
  | { readonly kind: 'session-seen'; readonly id: string; readonly at: Instant }
  | { readonly kind: 'session-ended'; readonly id: string }
  | { readonly kind: 'sessions-of-person-ended'; readonly personId: PersonId }
  /** Sessions and attempts whose end has come. */
  | { readonly kind: 'sessions-forgotten'; readonly at: Instant }
  /** Of the schools that the person declared to head, only these stay. */
  | { readonly kind: 'headships-kept'; readonly personId: PersonId; readonly uais: readonly Uai[] }
  | {
      readonly kind: 'headship-declared';
      readonly personId: PersonId;
      readonly uai: Uai;
      readonly at: Instant;
    }
  | { readonly kind: 'headship-withdrawn'; readonly personId: PersonId; readonly uai: Uai }
  /** The DANE looked at the declaration, which stands. */
  | {
      readonly kind: 'headship-checked';
      readonly personId: PersonId;
      readonly uai: Uai;
      readonly at: Instant;
    };

/** A sign-in under way: what must come back from the provider. */
export interface SignInAttempt {
  /** `sha256$` + hex of the secret in the cookie. */
  readonly secretHash: string;
  /** JSON of the adapter's transaction and of where to go afterwards. */
  readonly attempt: string;
  readonly expiresAt: Instant;
}

/** Everything that can be committed. A commit writes all of its changes or none. */
export type Change =
  | AccountChange
  | CampaignChange
  | DecisionChange
  | SchoolChange
  | MyChange
  | DaneDataChange
  | { readonly kind: 'establishment-saved'; readonly establishment: Establishment }
  | { readonly kind: 'person-saved'; readonly person: Person }
  | { readonly kind: 'engagement-saved'; readonly engagement: Engagement }
  /** A line of a file. Refused, and the whole commit with it, where the segment was decided or moved since it was read;
   *  without `asRead`, where it is there by now. */
  | { readonly kind: 'engagement-imported'; readonly engagement: Engagement; readonly asRead?: Engagement }
  | { readonly kind: 'authorisation-saved'; readonly authorisation: Authorisation }
  | { readonly kind: 'event-saved'; readonly event: Event }
  | { readonly kind: 'attendance-saved'; readonly attendance: Attendance }
  | { readonly kind: 'progress-review-saved'; readonly review: ProgressReview }
  | { readonly kind: 'contribution-saved'; readonly contribution: Contribution }
  | { readonly kind: 'award-granted'; readonly award: Award }
  | { readonly kind: 'credential-issued'; readonly credential: IssuedCredential }
  /** Refused, and the whole commit with it, where its holder has chosen otherwise meanwhile than `choiceAsRead`. */
  | {
      readonly kind: 'credential-reissued';
      readonly credential: IssuedCredential;
      readonly choiceAsRead: HolderChoice;
    }
  /** Refused, and the whole commit with it, where the choice is no longer as it was read. */
  | {
      readonly kind: 'holder-chose';
      readonly credentialId: CredentialId;
      readonly choice: HolderChoice;
      readonly asRead: HolderChoice;
    }
  | {
      readonly kind: 'credential-revoked';
      readonly credentialId: CredentialId;
      readonly statusListId: string;
      readonly revocation: Revocation;
    }
  /** The claims of a process that stops before their end. */
  | { readonly kind: 'award-claims-released'; readonly by: string }
  /** Nothing where another list is open by now. */
  | { readonly kind: 'status-list-opened'; readonly id: string; readonly size: number; readonly at: Instant }
  | { readonly kind: 'status-list-published'; readonly list: PublishedStatusList }
  | { readonly kind: 'token-created'; readonly token: ApiToken }
  | { readonly kind: 'token-revoked'; readonly tokenId: string; readonly at: Instant }
  | { readonly kind: 'token-used'; readonly tokenId: string; readonly on: LocalDate }
  /** A key is never made to sign again: only its first state, or a further one, is kept. */
  | { readonly kind: 'public-key-kept'; readonly key: PublicKeyRecord }
  /** All that is on record of one goes over to the other; addresses are saved with the person who stays. */
  | { readonly kind: 'people-merged'; readonly from: PersonId; readonly into: PersonId }
  | {
      readonly kind: 'person-erased';
      readonly personId: PersonId;
      readonly at: Instant;
    }
  | {
      readonly kind: 'outbox-added';
      readonly id: string;
      readonly task: OutboxTask;
      readonly at: Instant;
    }
  /** Refused, and the whole commit with it, where it was done already. */
  | { readonly kind: 'outbox-done'; readonly id: string; readonly at: Instant }
  | { readonly kind: 'outbox-postponed'; readonly id: string; readonly dueAt: Instant }
  /** Lines done before that instant go. */
  | { readonly kind: 'outbox-forgotten'; readonly doneBefore: Instant }
  | MailChange
  | { readonly kind: 'audited'; readonly entry: AuditEntry };
