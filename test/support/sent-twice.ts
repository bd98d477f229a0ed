import { expect, it } from 'vitest';
import { WRITERS } from '../../src/adapters/storage/commit/registry.ts';
import type { Store } from '../../src/application/ports.ts';
import type { Change } from '../../src/domain/change/union.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { type OpenStore, storeContract } from '../contracts/store.contract.ts';

/** The contract of a store to which each guarded change is sent twice. It has an example of every one. */
export function contractSentTwice(name: string, open: OpenStore): void {
  const refused = new Set<Change['kind']>();
  storeContract(name, async () => {
    const { store, close } = await open();
    return { store: sendingTwice(store, refused), close };
  });

  it('refuses a change of each guarded kind by a precondition of its own, if another one came first', () => {
    expect(GUARDED.filter((kind) => !refused.has(kind))).toEqual([]);
  });
}

/** The kinds of change that refuse their commit if another one came first. */
const GUARDED = (Object.keys(WRITERS) as Change['kind'][]).filter(
  (kind) => WRITERS[kind].guard.kind === 'premise',
);

/** Sends each guarded change a second time after its commit, as a second person would. `refused` gets the kinds that
 *  one of their own preconditions refused, the second time or in a commit of the test. */
function sendingTwice(store: Store, refused: Set<Change['kind']>): Store {
  const commit: Store['commit'] = async (changes) => {
    try {
      await store.commit(changes);
    } catch (error) {
      const [kind, ...others] = new Set(changes.map((change) => change.kind).filter(isBrokenBy(error)));
      if (kind && others.length === 0) refused.add(kind);
      throw error;
    }
    for (const change of changes) if (GUARDED.includes(change.kind)) await sendAgain(change);
  };
  const sendAgain = async (change: Change) => {
    try {
      await store.commit([change]);
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'store-conflict')) throw error;
      if (isBrokenBy(error)(change.kind)) refused.add(change.kind);
    }
  };
  return { ...store, commit };
}

/** Whether the error is that of a precondition of this kind. */
const isBrokenBy = (error: unknown) => (kind: Change['kind']) => {
  const { guard } = WRITERS[kind];
  if (guard.kind !== 'premise' || !(error instanceof DomainError)) return false;
  return guard.names.some((name) => name.replaceAll('-', '_') === error.params['constraint']);
};
