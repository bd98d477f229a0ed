import type { PersonId } from '../ids.ts';
import type { Instant } from '../time/calendar.ts';
import type { Uai } from '../uai.ts';
import type { IdentityLink, Session, SignInAttempt, SignInDoubt } from './account.ts';
import type { NewcomerRequest } from './newcomer.ts';
import type { RestoredFormChange } from './restored-form.ts';

/** Changes that sign-ins, sessions and headships write. */
export type AccountChange =
  | RestoredFormChange
  | { readonly kind: 'sign-in-begun'; readonly attempt: SignInAttempt; readonly network: string }
  | { readonly kind: 'sign-in-attempt-used'; readonly secretHash: string }
  | { readonly kind: 'identity-linked'; readonly link: IdentityLink }
  /** Where the subject already has a doubt, that doubt keeps its id, its day and its request. */
  | { readonly kind: 'sign-in-doubted'; readonly doubt: SignInDoubt }
  /** The whole commit is refused where the doubt is gone, or its request is another than that of `askedAt`. */
  | { readonly kind: 'sign-in-doubt-settled'; readonly id: string; readonly askedAt?: Instant | undefined }
  /** The whole commit is refused where the doubt is gone, or says something else than what it replaces. */
  | {
      readonly kind: 'newcomer-said';
      readonly id: string;
      readonly request: NewcomerRequest;
      readonly replaces?: NewcomerRequest;
    }
  /** Deletes the doubts and the invitations that no one has touched since, with all that was typed. */
  | { readonly kind: 'newcomers-forgotten'; readonly before: Instant }
  | { readonly kind: 'session-begun'; readonly session: Session }
  | { readonly kind: 'session-seen'; readonly id: string; readonly at: Instant }
  /** A form of the session was carried out, and led to this address. */
  | {
      readonly kind: 'form-carried-out';
      readonly sessionId: string;
      readonly digest: string;
      readonly location: string;
    }
  | { readonly kind: 'session-ended'; readonly id: string }
  | { readonly kind: 'sessions-of-person-ended'; readonly personId: PersonId }
  /** Deletes the sessions, the sign-in attempts and the kept forms that have ended. */
  | { readonly kind: 'sessions-forgotten'; readonly at: Instant }
  /** Of the schools that the person declared to head, only `uais` remain. */
  | { readonly kind: 'headships-kept'; readonly personId: PersonId; readonly uais: readonly Uai[] }
  | {
      readonly kind: 'headship-declared';
      readonly personId: PersonId;
      readonly uai: Uai;
      readonly at: Instant;
    }
  | { readonly kind: 'headship-withdrawn'; readonly personId: PersonId; readonly uai: Uai }
  /** The DANE checked the declaration and lets it stand. */
  | {
      readonly kind: 'headship-checked';
      readonly personId: PersonId;
      readonly uai: Uai;
      readonly at: Instant;
    };
