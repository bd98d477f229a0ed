import type { AuditEntry, CompleteAuditEntry } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import { digestOfDetails, digestOfEntry } from '../../issuing/audit-leaf.ts';
import { COMMAND_LINE } from '../jobs/step.ts';
import type { Ids, Store } from '../ports.ts';
import type { AuditContexts } from './context.ts';

interface Completing {
  readonly ids: Pick<Ids, 'auditEntryId' | 'salt'>;
  readonly occasions: Pick<AuditContexts, 'current'>;
}

/** A store that completes the audit of each commit: every line says where its act came from, and carries its
 *  digest. Every root commits through it, so that no use case has to. */
export function makeAuditedStore(store: Store, completing: Completing): Store {
  return { ...store, commit: (changes) => store.commit(withCompleteEntries(changes, completing)) };
}

/** The changes with whole lines of the audit. */
export function withCompleteEntries(changes: readonly Change[], completing: Completing): readonly Change[] {
  if (!changes.some(({ kind }) => kind === 'audited')) return changes;
  return changes.map((change) =>
    change.kind === 'audited' ? { ...change, entry: toCompleteEntry(change.entry, completing) } : change,
  );
}

function toCompleteEntry(
  entry: AuditEntry | CompleteAuditEntry,
  { ids, occasions }: Completing,
): CompleteAuditEntry {
  if ('digest' in entry) return entry;
  const { person, terminal, ...origin } = occasions.current();
  const isCommand = entry.actor === COMMAND_LINE;
  const stated = isCommand && person ? person : entry.actor;
  // A database stores no half of a surrogate pair: the digest is of what it stores.
  const whole = { ...entry, actor: stated.toWellFormed(), subject: entry.subject.toWellFormed() };
  const line = {
    id: ids.auditEntryId(),
    ...whole,
    ...compact({ ...origin, terminal: isCommand ? terminal : undefined }),
    ...sealDetails(entry, ids),
  };
  return { ...line, digest: digestOfEntry(line) };
}

/** The salt of an entry's details with their digest; nothing if it has none. */
export function sealDetails(
  { details }: Pick<AuditEntry, 'details'>,
  ids: Pick<Ids, 'salt'>,
): Pick<CompleteAuditEntry, 'detailsSalt' | 'detailsDigest'> {
  if (!details) return {};
  const detailsSalt = ids.salt();
  return { detailsSalt, detailsDigest: digestOfDetails(details, detailsSalt) };
}
