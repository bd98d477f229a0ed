import { z } from 'zod';
import { dutiesOf } from '../../../../domain/engagement/content.ts';
import type { Declaration } from '../../../../domain/engagement/declaration.ts';
import type { MissionFramework } from '../../../../domain/engagement/mission.ts';
import type { Engagement } from '../../../../domain/records.ts';
import type { LocalDate, Period } from '../../../../domain/time/calendar.ts';
import { periodFieldErrors } from '../../engagements/change-form.ts';
import { dutyFields, dutyValues } from '../../engagements/duty-fields.tsx';
import {
  type FieldErrors,
  type FormValues,
  optionalDate,
  type ParsedForm,
  parseValues,
  requiredDate,
  requiredUai,
} from '../../forms/schema.ts';

/** Reads the declaration of an engagement, as of a day. An engagement that begins too early or too far in the future
 *  is refused. */
export function parseDeclaration(
  values: FormValues,
  { framework, on }: { readonly framework: MissionFramework; readonly on: LocalDate },
): ParsedForm<Declaration> {
  const schema = z.object({ uai: requiredUai, ...PERIOD.shape, ...dutyFields(framework) });
  const parsed = parseValues(values, schema);
  const dates = parseValues(values, PERIOD);
  // The days are judged whatever else is missing, so that all faults are seen at once.
  const faults = {
    ...(dates.ok && periodFieldErrors(periodOf(dates.value), on)),
    ...(!parsed.ok && toSchoolError(parsed.faults)),
  };
  if (!parsed.ok || Object.keys(faults).length > 0) return { ok: false, faults, values };
  const { uai, ...content } = parsed.value;
  return { ok: true, value: { uai, period: periodOf(content), ...dutiesOf(content) }, values };
}

const PERIOD = z.object({ from: requiredDate, to: optionalDate });

function periodOf({ from, to }: z.infer<typeof PERIOD>): Period {
  return { from, ...(to !== undefined && { to }) };
}

/** A school is searched and chosen, not typed, so a missing school has its own fault. */
function toSchoolError(errors: FieldErrors): FieldErrors {
  return errors['uai'] === 'required' ? { ...errors, uai: 'no-school' } : errors;
}

/** The form's values of an engagement. */
export function toDeclarationValues({ uai, period, ...duties }: Engagement): FormValues {
  return { uai: [uai], from: [period.from], to: [period.to ?? ''], ...dutyValues(duties) };
}
