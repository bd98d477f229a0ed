import type { CredentialId, ProfileId } from '../../domain/ids.ts';

/** The data on which an answer rests: those of the service alone, or also those of one record. */
export type MomentOf =
  | { readonly kind: 'service' }
  | { readonly kind: 'credential'; readonly id: CredentialId }
  | { readonly kind: 'profile'; readonly id: ProfileId }
  | { readonly kind: 'status-list'; readonly id: string };

/** The state of the database on which public answers rest. Where both texts equal those of an earlier moment,
 *  no settings, criteria, key or choice was changed in between, and nothing was revoked, erased or signed. */
export interface Moment {
  /** The state of the settings, the adopted criteria, the keys, and other bodies' endorsements of our
   *  badges. */
  readonly common: string;
  /** The state of the requested badge, profile with its badges, or status list; empty where none is known. */
  readonly own: string;
}

/** A group of requests that arrived together. */
export type Turn = object;

/** Reads a state that may change at any time, in any process. Commits of every process count from the next
 *  call on. */
export interface MomentReader {
  /** Answers synchronously where the engine can, so that callers need not wait. Calls with the same `turn`
   *  may share one read of other processes' commits. That read must begin after all these requests have
   *  arrived. */
  readMoment(of: MomentOf, turn?: Turn): Moment | Promise<Moment>;
}
