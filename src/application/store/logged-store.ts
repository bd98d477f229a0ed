import type { AuditAction, AuditEntry } from '../../domain/audit.ts';
import type { Log, Store } from '../ports.ts';

/** What an operator wants to see as it happens: who may do what, by which rules, with which keys and tokens. */
const LOGGED: readonly AuditAction[] = [
  'criteria-adopted',
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
];

/** A store whose commits of that kind are in the log as well, under the name that the audit gives them: opaque ids and
 *  codes, and no word of anyone. */
export function makeLoggedStore(store: Store, log: Log): Store {
  return {
    ...store,
    commit: async (changes) => {
      await store.commit(changes);
      for (const change of changes) {
        if (change.kind === 'audited' && isLogged(change.entry)) tell(log, change.entry);
      }
    },
  };
}

/** Of the changes of a person, those of what they may do. */
function isLogged({ action, details }: AuditEntry): boolean {
  if (action !== 'person-changed') return LOGGED.includes(action);
  return /\b(profiles|headOf)\b/.test(String(details?.['changed'] ?? ''));
}

/** A token is named in the audit as people named it; here it is a token. */
function tell(log: Log, { action, actor, subject }: AuditEntry): void {
  const event = action === 'person-changed' ? 'roles-changed' : action;
  log.info(event, { by: actor.replace(/^token:.*/s, 'token'), subject });
}
