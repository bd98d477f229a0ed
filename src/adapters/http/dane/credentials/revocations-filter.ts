import type { z } from 'zod';
import type { RevocationsFilter } from '../../../../application/credentials/read-revocations.ts';
import { type FormValues, optionalDate, optionalText, optionalUai } from '../../shell/form.ts';

const FILTER = { badge: optionalText(40), version: optionalText(6), uai: optionalUai } as const;
const DAYS = { from: optionalDate, until: optionalDate } as const;

/** What of the filter can be read. A part that cannot selects as if it were empty, and its field says so. */
export function readFilter(typed: (name: string) => string | undefined): RevocationsFilter {
  const readPart = <Value>(name: string, schema: z.ZodType<Value>) => {
    const read = schema.safeParse([(typed(name) ?? '').trim()]);
    return read.success ? read.data : undefined;
  };
  const version = Number(readPart('version', FILTER.version) ?? 0);
  const [from, until] = [readPart('from', DAYS.from), readPart('until', DAYS.until)];
  return {
    badge: readPart('badge', FILTER.badge),
    ...(Number.isInteger(version) && version > 0 && { version }),
    uai: readPart('uai', FILTER.uai),
    from,
    until,
  };
}

/** The fields of the filter. */
export const FILTER_FIELDS = { ...FILTER, ...DAYS };
const FILTER_NAMES = Object.keys(FILTER_FIELDS);

/** The filter as it was typed. */
export function filterState(typed: (name: string) => string | undefined) {
  const values = Object.fromEntries(FILTER_NAMES.map((name) => [name, [typed(name) ?? '']]));
  const isWrong = FILTER.uai.safeParse([(typed('uai') ?? '').trim()]).success === false;
  return { values, faults: isWrong ? { uai: 'invalid-uai' as const } : {} };
}

/** The filter as a form sends it again. */
export function filterValues(values: FormValues): Readonly<Record<string, string>> {
  const given = FILTER_NAMES.map((name) => [name, values[name]?.[0] ?? ''] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}
