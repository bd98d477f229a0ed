import type { Meter } from './meter.ts';
import type { CounterName } from './metrics.ts';
import type { Log } from './ports.ts';

/** The lines of the log that are counted by a code that they name. */
const COUNTED: Readonly<
  Record<string, { readonly name: CounterName; readonly label: string; readonly field: string }>
> = {
  'sign-in-refused': { name: 'jalon_sign_ins_refused', label: 'reason', field: 'reason' },
  'token-refused': { name: 'jalon_tokens_refused', label: 'reason', field: 'reason' },
  'access-refused': { name: 'jalon_accesses_refused', label: 'reason', field: 'reason' },
  'outbox-task-failed': { name: 'jalon_outbox_failures', label: 'kind', field: 'kind' },
  'identity-provider-unreachable': {
    name: 'jalon_identity_provider_failures',
    label: 'provider',
    field: 'provider',
  },
};

/** A log whose lines are also counted, so that the figures and the log tell the same. */
export function watchLog(log: Log, meter: Meter): Log {
  const note = (event: string, fields: Parameters<Log['info']>[1] = {}) => {
    const counted = Object.hasOwn(COUNTED, event) ? COUNTED[event] : undefined;
    if (counted) meter.count(counted.name, { [counted.label]: String(fields[counted.field] ?? 'other') });
  };
  return {
    info: (event, fields) => {
      note(event, fields);
      log.info(event, fields);
    },
    error: (event, fields) => {
      note(event, fields);
      meter.count('jalon_errors', { event });
      log.error(event, fields);
    },
  };
}
