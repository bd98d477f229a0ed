import type { Session, SignInAttempt, SignInDoubt } from '../../domain/access/account.ts';
import type { TypedForm } from '../../domain/access/typed-form.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/records.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Slice } from './slice.ts';

/** A session and its person, read together. */
export interface SignedInSession {
  readonly session: Session;
  readonly person: Person;
  /** Schools that the person declared to head. The school in the DANE's data is in `person`. */
  readonly declaredHeadOf: readonly Uai[];
}

/** Reads identities and sessions. */
export interface AccountReader {
  readSignInAttempt(secretHash: string): Promise<SignInAttempt | undefined>;
  /** The person to whom the subject of a provider is bound. */
  readIdentity(issuer: string, subject: string): Promise<PersonId | undefined>;
  /** The people among these who are bound to a subject. */
  readBoundPeople(ids: readonly PersonId[]): Promise<readonly PersonId[]>;
  readSession(secretHash: string): Promise<SignedInSession | undefined>;
  /** The newest first. Sessions that have ended are included until they are deleted. */
  readSessionsOf(personId: PersonId): Promise<readonly Session[]>;
  readSignInDoubts(slice: Slice<string>): Promise<readonly SignInDoubt[]>;
  countSignInDoubts(): Promise<number>;
  readSignInDoubt(id: string): Promise<SignInDoubt | undefined>;
  /** The form, even if it has ended, as long as it is not deleted. */
  readTypedForm(secretHash: string): Promise<TypedForm | undefined>;
  /** Number of kept forms of all people. */
  countTypedForms(): Promise<number>;
}
