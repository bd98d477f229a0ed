import type { CredentialId, ProfileId } from '../../domain/ids.ts';

/** What an answer to anyone rests on besides the service itself. */
export type MomentOf =
  | { readonly kind: 'service' }
  | { readonly kind: 'credential'; readonly id: CredentialId }
  | { readonly kind: 'profile'; readonly id: ProfileId }
  | { readonly kind: 'status-list'; readonly id: string };

/** The state of the database on which public answers rest. Where both texts equal those of an earlier moment,
 *  no settings, criteria, key or choice, and no revocation, erasure or signature has come between. */
export interface Moment {
  /** The settings, the adopted criteria, the keys, and what other bodies say of our badges. */
  readonly common: string;
  /** The badge, the profile with its badges, or the status list asked for; empty where none is known. */
  readonly own: string;
}

/** Requests that arrived together. */
export type Turn = object;

/** Reads what may change at any time, in any process. Commits of every process count from the next call on. */
export interface MomentReader {
  /** Answers at once where the engine can; its callers then need not wait. Calls with the same `turn` may share
   *  one look at the commits of other processes: it is for requests that had all arrived before that look. */
  readMoment(of: MomentOf, turn?: Turn): Moment | Promise<Moment>;
}
