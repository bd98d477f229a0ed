import { z } from 'zod';
import type { Declaration } from '../../../../domain/engagement/declaration.ts';
import { type MissionCode, type MissionFramework, ROLES } from '../../../../domain/engagement/mission.ts';
import { periodFaults } from '../../../../domain/engagement/said-dates.ts';
import type { Engagement } from '../../../../domain/records.ts';
import type { LocalDate } from '../../../../domain/time/time.ts';
import {
  choicesOf,
  type FieldFault,
  type FieldFaults,
  type FormValues,
  optionalDate,
  type ParsedForm,
  parseValues,
  requiredDate,
  requiredUai,
} from '../../shell/form.ts';

/** Reads the declaration of a segment, as of a day. A segment that begins too early or too far in the future
 *  is refused. */
export function parseDeclaration(
  values: FormValues,
  { framework, on }: { readonly framework: MissionFramework; readonly on: LocalDate },
): ParsedForm<Declaration> {
  const schema = z.object({
    uai: requiredUai,
    from: requiredDate,
    to: optionalDate,
    missions: choicesOf<MissionCode>([...framework.missions.keys()]).refine((codes) => codes.length > 0, {
      message: 'no-mission',
    }),
    roles: choicesOf(ROLES),
  });
  const parsed = parseValues(values, schema);
  if (!parsed.ok) return { ...parsed, faults: toSchoolFault(parsed.faults) };
  const { uai, from, to, missions, roles } = parsed.value;
  const dates = Object.entries(periodFaults({ from, ...(to !== undefined && { to }) }, on)).map(
    ([field, { kind, limit }]): [string, FieldFault] => [field, `${kind}:${limit}`],
  );
  if (dates.length > 0) return { ok: false, faults: Object.fromEntries(dates), values };
  if (to !== undefined && to < from) return { ok: false, faults: { to: 'end-before-start' }, values };
  return {
    ok: true,
    value: { uai, period: { from, ...(to !== undefined && { to }) }, missions, roles },
    values,
  };
}

/** A school is searched and chosen, not typed, so a missing school has its own fault. */
function toSchoolFault(faults: FieldFaults): FieldFaults {
  return faults['uai'] === 'required' ? { ...faults, uai: 'no-school' } : faults;
}

/** The form's values of a segment. */
export function toDeclarationValues({ uai, period, missions, roles }: Engagement): FormValues {
  return {
    uai: [uai],
    from: [period.from],
    to: [period.to ?? ''],
    missions: [...missions],
    roles: [...roles],
  };
}
