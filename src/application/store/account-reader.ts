import type { Session, SignInAttempt, SignInDoubt } from '../../domain/access/account.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/records.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Slice } from './slice.ts';

/** A session with whom it belongs to, in one read. */
export interface SignedInSession {
  readonly session: Session;
  readonly person: Person;
  /** Schools the person declared to head; the one that the DANE's data say is in `person`. */
  readonly declaredHeadOf: readonly Uai[];
}

/** Who signs in. */
export interface AccountReader {
  readSignInAttempt(secretHash: string): Promise<SignInAttempt | undefined>;
  /** Whom the subject of a provider is bound to. */
  readIdentity(issuer: string, subject: string): Promise<PersonId | undefined>;
  /** Those of these people whom some subject is bound to. */
  readBoundPeople(ids: readonly PersonId[]): Promise<readonly PersonId[]>;
  readSession(secretHash: string): Promise<SignedInSession | undefined>;
  /** The newest first, those that have ended but were not yet forgotten included. */
  readSessionsOf(personId: PersonId): Promise<readonly Session[]>;
  readSignInDoubts(page: Slice<string>): Promise<readonly SignInDoubt[]>;
  countSignInDoubts(): Promise<number>;
  readSignInDoubt(id: string): Promise<SignInDoubt | undefined>;
}
