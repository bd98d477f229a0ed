import { makeAuditedStore, withCompleteEntries } from '../../src/application/audit/audited-store.ts';
import { makeAuditContexts } from '../../src/application/audit/context.ts';
import type { Store } from '../../src/application/ports.ts';
import { ids } from '../../src/assembly/system-ports.ts';
import type { Change } from '../../src/domain/change/union.ts';

/** Occasions outside of any request, as those of the timer. */
export const timerAuditContexts = makeAuditContexts(
  { getStore: () => undefined, run: (_, work) => work() },
  () => ({
    road: 'timer',
  }),
);

/** The store with whole lines of the audit in its commits, as every root opens it. */
export const audited = (store: Store): Store =>
  makeAuditedStore(store, { ids, occasions: timerAuditContexts });

/** Changes with whole lines of the audit. */
export const completeEntries = (changes: readonly Change[]): readonly Change[] =>
  withCompleteEntries(changes, { ids, occasions: timerAuditContexts });
