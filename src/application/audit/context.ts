import type { AuditContext } from '../../domain/audit/entry.ts';
import { NO_PERSON } from '../../domain/ids.ts';

/** The actor of work that the service itself starts. */
export const SYSTEM_ACTOR = NO_PERSON.service;

/** Says where the present work comes from, however far from its beginning it is done: no use case has to hand it
 *  on. */
export interface AuditContexts {
  current(): AuditContext;
  /** Does work that comes from elsewhere. */
  within<Result>(auditContext: AuditContext, work: () => Result): Result;
}

/** The part of `AsyncLocalStorage` that is needed; each root gives that of its runtime. */
interface ContextStorage {
  getStore(): AuditContext | undefined;
  run<Result>(auditContext: AuditContext, work: () => Result): Result;
}

/** `base` gives the audit context of what neither a request nor anything else began. */
export function makeAuditContexts(storage: ContextStorage, base: () => AuditContext): AuditContexts {
  return {
    current: () => storage.getStore() ?? base(),
    within: (auditContext, work) => storage.run(auditContext, work),
  };
}
