import { AsyncLocalStorage } from 'node:async_hooks';
import { userInfo } from 'node:os';
import { type Caller, SERVICE_ITSELF } from '#open-badges/fetching';
import { type AuditContexts, makeAuditContexts } from '../application/audit/context.ts';
import type { Store } from '../application/ports.ts';
import { may } from '../domain/access/may.ts';
import type { AuditContext } from '../domain/audit/entry.ts';
import { DomainError } from '../domain/errors.ts';
import type { PersonId } from '../domain/ids.ts';
import { emailsAmong } from '../domain/person/mail-address.ts';
import { ids } from './system-ports.ts';

const callers = new AsyncLocalStorage<Caller>();

/** For whom the service works: the caller whose request began the work, however far away it is done. Threads and look-ups of names are shared out by it, and no use case has
 *  to hand it on. */
export const currentCaller = {
  of: (): Caller => callers.getStore() ?? SERVICE_ITSELF,
  run: <Result>(caller: Caller, work: () => Result): Result => callers.run(caller, work),
};

type Environment = Readonly<Record<string, string | undefined>>;

interface Opened {
  readonly occasions: AuditContexts;
  /** Resolves once it is known for whom the command acts. Rejects with `unknown-actor`. */
  readonly ready: Promise<void>;
}

/** The audit contexts of a process. A server, which has no environment of a command, works for its timer where no
 *  request asks for it; any other process carries out one command. `JALON_AS` names the agent who gives it: that
 *  is said at a terminal, and proves nothing. */
export function openAuditContexts(command: Environment | undefined, store: Store): Opened {
  if (!command) {
    const base = (): AuditContext => ({ road: 'timer' });
    return { occasions: makeAuditContexts(new AsyncLocalStorage(), base), ready: Promise.resolve() };
  }
  let auditContext: AuditContext = commandHere();
  const email = command['JALON_AS']?.trim();
  const name = async () => {
    if (email) auditContext = { ...auditContext, person: await findAgent(store, email) };
  };
  return { occasions: makeAuditContexts(new AsyncLocalStorage(), () => auditContext), ready: name() };
}

/** The audit context of a command that is given on this machine. */
export function commandHere(): AuditContext {
  return { road: 'command', request: ids.uuid(), terminal: readUser() };
}

/** What commands do, the screens let no one do but an agent of the DANE. */
async function findAgent(store: Store, email: string): Promise<PersonId> {
  const [found] = await store.readPeopleByEmail(emailsAmong([email]));
  if (!found) throw new DomainError('unknown-actor', { email, because: 'unknown' });
  const actor = { personId: found.id, profiles: found.profiles, heads: [] };
  if (!may(actor, 'keep-register', { kind: 'service' }))
    throw new DomainError('unknown-actor', { email, because: 'no-agent' });
  return found.id;
}

/** A container may run as a number that has no name. */
function readUser(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? '');
  }
}
