import type { PersonId } from '../ids.ts';
import type { Instant } from '../time/time.ts';
import type { Uai } from '../uai.ts';
import type { IdentityLink, Session, SignInAttempt, SignInDoubt } from './account.ts';

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
