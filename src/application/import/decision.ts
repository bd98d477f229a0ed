import type { Change } from '../../domain/change/change.ts';
import type { Notice } from './entry.ts';
import type { Decision } from './file-kind.ts';

/** Created, updated or unchanged, from what is stored and what the line says. */
export function decideSave<Value extends object>(
  stored: Value | undefined,
  said: Value,
  toChange: (value: Value) => Change,
  notices: readonly Notice[] = [],
): Decision {
  if (stored && isSame(stored, said)) return { outcome: 'unchanged', changes: [], notices };
  return { outcome: stored ? 'updated' : 'created', changes: [toChange(said)], notices };
}

/** Records are data: the same when their JSON is, whatever the order of the properties. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, sortKeys) === JSON.stringify(other, sortKeys);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
