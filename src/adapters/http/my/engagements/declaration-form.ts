import { z } from 'zod';
import type { Declaration } from '../../../../domain/engagement/declaration.ts';
import { type MissionCode, type MissionFramework, ROLES } from '../../../../domain/engagement/mission.ts';
import type { Engagement } from '../../../../domain/records.ts';
import {
  choicesOf,
  type FormValues,
  optionalDate,
  type ParsedForm,
  parseValues,
  requiredDate,
  requiredUai,
} from '../../form.ts';

/** Reads the declaration of a segment. */
export function parseDeclaration(values: FormValues, framework: MissionFramework): ParsedForm<Declaration> {
  const schema = z.object({
    uai: requiredUai,
    from: requiredDate,
    to: optionalDate,
    missions: choicesOf<MissionCode>([...framework.missions.keys()]).refine((codes) => codes.length > 0, {
      message: 'required',
    }),
    roles: choicesOf(ROLES),
  });
  const parsed = parseValues(values, schema);
  if (!parsed.ok) return parsed;
  const { uai, from, to, missions, roles } = parsed.value;
  if (to !== undefined && to < from) return { ok: false, faults: { to: 'end-before-start' }, values };
  return {
    ok: true,
    value: { uai, period: { from, ...(to !== undefined && { to }) }, missions, roles },
    values,
  };
}

/** The fields of a segment as they stand. */
export function toDeclarationValues({ uai, period, missions, roles }: Engagement): FormValues {
  return {
    uai: [uai],
    from: [period.from],
    to: [period.to ?? ''],
    missions: [...missions],
    roles: [...roles],
  };
}
