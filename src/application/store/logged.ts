import type { AuditAction } from '../../domain/audit/actions.ts';
import type { AuditEntry } from '../../domain/audit/entry.ts';
import type { Log, Store } from '../ports.ts';

/** Actions of which an operator should be told at once: changes to rights, criteria, keys and tokens. */
const LOGGED: readonly AuditAction[] = [
  'criteria-adopted',
  'office-adopted',
  'criteria-withdrawn',
  'settings-changed',
  'token-created',
  'token-revoked',
  'identity-linked',
  'sign-in-doubt-settled',
  'headship-declared',
  'headship-withdrawn',
  'headship-checked',
  'people-merged',
  'person-erased',
  'retention-held',
  'retention-hold-ended',
  'clock-trusted',
  'clock-cleared',
];

/** A store that also logs commits with these actions, under the names of the audit. The log contains only
 *  opaque ids and codes, and no text written by a person. */
export function makeLoggedStore(store: Store, log: Log): Store {
  return {
    ...store,
    commit: async (changes) => {
      await store.commit(changes);
      for (const change of changes) {
        if (change.kind === 'audited' && isLogged(change.entry)) logEntry(log, change.entry);
      }
    },
  };
}

/** Whether the action is logged. Of the changes to a person, only changes to their rights are. */
function isLogged({ action, details }: AuditEntry): boolean {
  if (action !== 'person-changed') return LOGGED.includes(action);
  return /\b(profiles|headOf)\b/.test(String(details?.['changed'] ?? ''));
}

/** Logs an entry. The audit names a token by the name that people gave it; the log says only that it is a
 *  token. */
function logEntry(log: Log, { action, actor, subject }: AuditEntry): void {
  const event = action === 'person-changed' ? 'roles-changed' : action;
  log.info(event, { by: actor.replace(/^token:.*/s, 'token'), subject });
}
