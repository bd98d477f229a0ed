import { DomainError } from '../../domain/errors.ts';
import { errorTexts } from '../../texts/en/errors/domain.ts';
import { OFFICE } from '../../texts/office.ts';
import type { Log } from '../ports.ts';
import type { Meter } from './meter.ts';
import type { CounterName } from './metrics.ts';

/** The reason of a failure in one line for the log, with advice where there is some. The cause of an error is
 *  preferred to the error that wraps it, because it is more precise. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  // There is no advice for an unexpected error. Its parameters describe it.
  if (cause instanceof DomainError && cause.code !== 'unexpected')
    return errorTexts(OFFICE)[cause.code](cause.params);
  return cause instanceof Error ? cause.message : String(cause);
}

type Fields = NonNullable<Parameters<Log['info']>[1]>;

interface Counted {
  readonly name: CounterName;
  readonly label: string;
  readonly field: string;
}

/** The lines of the log that are counted by a code that they name. */
const COUNTED: Readonly<Record<string, Counted>> = {
  'sign-in-refused': { name: 'jalon_sign_ins_refused', label: 'reason', field: 'reason' },
  'token-refused': { name: 'jalon_tokens_refused', label: 'reason', field: 'reason' },
  'access-refused': { name: 'jalon_accesses_refused', label: 'reason', field: 'reason' },
  'outbox-task-failed': { name: 'jalon_outbox_failures', label: 'kind', field: 'kind' },
  'limit-reached': { name: 'jalon_limits_reached', label: 'limit', field: 'limit' },
  'identity-provider-unreachable': {
    name: 'jalon_identity_provider_failures',
    label: 'provider',
    field: 'provider',
  },
};

/** Faults of others that last, of which each request or mail would write a line, and what makes two of them the
 *  same. */
const HELD_BACK: Readonly<Record<string, readonly string[]>> = {
  'identity-provider-unreachable': ['provider', 'cause'],
  'outbox-task-failed': ['kind', 'reason'],
  'database-unavailable': ['reason'],
  'database-not-writable': ['reason'],
  'not-ready': ['reason'],
  'not-counted': ['reason'],
  'limit-reached': ['limit'],
};

const MINUTE_SECONDS = 60;
const MOST_FAULTS = 200;

/** A log whose lines are also counted, so that the figures and the log tell the same. A fault that lasts is told once
 *  a minute, with the number of lines held back in the meantime. */
export function watchLog(log: Log, { meter, monotonic }: { meter: Meter; monotonic: () => number }): Log {
  const errors = new Map<string, { at: number; heldBack: number }>();
  /** The fields to write; undefined if the line is held back. */
  const pace = (event: string, fields: Fields): Fields | undefined => {
    const of = Object.hasOwn(HELD_BACK, event) ? HELD_BACK[event] : undefined;
    if (of === undefined) return fields;
    const fault = [event, ...of.map((field) => fields[field])].join(' ');
    const reported = errors.get(fault);
    const now = monotonic();
    if (reported && now - reported.at < MINUTE_SECONDS) {
      reported.heldBack += 1;
      return undefined;
    }
    if (errors.size >= MOST_FAULTS) errors.clear();
    errors.set(fault, { at: now, heldBack: 0 });
    return { ...fields, ...(reported && reported.heldBack > 0 && { heldBack: reported.heldBack }) };
  };
  const count = (event: string, fields: Fields) => {
    const counted = Object.hasOwn(COUNTED, event) ? COUNTED[event] : undefined;
    if (counted) meter.count(counted.name, { [counted.label]: String(fields[counted.field] ?? 'other') });
  };
  return {
    info: (event, fields = {}) => {
      count(event, fields);
      log.info(event, fields);
    },
    error: (event, fields = {}) => {
      count(event, fields);
      meter.count('jalon_errors', { event });
      const reported = pace(event, fields);
      if (reported) log.error(event, reported);
    },
  };
}
