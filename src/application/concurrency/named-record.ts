import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Store } from '../ports.ts';

type Commits = Pick<Store, 'commit'>;

/** Commits changes that end or remove a named record, with their line of the audit. Throws `settled-meanwhile` if the
 *  record is absent: a second click of the same form, or another person, ended it first. */
export async function commitOnce(store: Commits, changes: readonly Change[]): Promise<void> {
  if (!(await commitIfPresent(store, changes))) throw new DomainError('settled-meanwhile');
}

/** Commits changes to a record that may be gone, for callers that have nothing left to do then. Returns whether it
 *  was there. */
export async function commitIfPresent(store: Commits, changes: readonly Change[]): Promise<boolean> {
  try {
    await store.commit(changes);
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'store-conflict') return false;
    throw error;
  }
}
