import { z } from 'zod';
import type { ChangedEngagement } from '../../../domain/engagement/change-or-end.ts';
import { dutiesOf } from '../../../domain/engagement/content.ts';
import type { EngagementContent } from '../../../domain/engagement/fields.ts';
import type { MissionFramework } from '../../../domain/engagement/mission.ts';
import {
  ENGAGEMENT_CHANGE_KINDS,
  type EngagementChangeKind,
  type ProposedChange,
} from '../../../domain/engagement/proposal.ts';
import { engagementDayError, periodErrors } from '../../../domain/engagement/validate-dates.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { LocalDate, Period } from '../../../domain/time/calendar.ts';
import {
  type FieldError,
  type FieldErrors,
  type FormValues,
  optionalChoiceOf,
  optionalDate,
  optionalText,
  type ParsedForm,
  parseValues,
  readForm,
  requiredDate,
} from '../forms/schema.ts';
import type { Done } from '../forms/submission.ts';
import type { PageRequest } from '../routing/page-request.ts';
import { dutyFields, dutyValues } from './duty-fields.tsx';

export const CHANGE_REASON_LENGTH = 500;

/** Refusals that the page of a change explains above its form, which keeps everything typed. */
export const CHANGE_REJECTIONS = {
  'change-day-outside': 400,
  'change-unchanged': 400,
  'change-contested': 409,
  'change-proposed': 409,
  'change-settled': 409,
  'contest-decided': 409,
  'role-held': 409,
  'reason-required': 400,
  'store-conflict': 409,
} as const;

/** The kind of change in the address. Throws `not-found`. */
export function changeKindOf({ param }: PageRequest): EngagementChangeKind {
  const kind = ENGAGEMENT_CHANGE_KINDS.find((one) => one === param('kind'));
  if (!kind) throw new DomainError('not-found');
  return kind;
}

/** Fields that every decision of the DANE on something new has. */
export const stateField = optionalChoiceOf(['requested', 'confirmed']);

/** A change as its form holds it. */
interface SentChange {
  readonly change: ProposedChange;
  readonly reason: string | undefined;
  /** Whether the DANE confirms the new parts, on documents. */
  readonly confirms: boolean;
}

/** Reads the form of a change without the school: only the DANE corrects it, and finds it by its name. The
 *  DANE always gives a reason. */
export async function readChange(
  request: PageRequest,
  { ofDane }: { readonly ofDane: boolean },
): Promise<ParsedForm<SentChange>> {
  const { framework } = request.wording;
  const values = await readForm(request.c);
  const parsed = parseValues(values, changeForm(changeKindOf(request), { framework, ofDane }));
  if (!parsed.ok) return parsed;
  const faults = dayErrors(parsed.value.change, request.today);
  return Object.keys(faults).length > 0 ? { ok: false, faults, values } : parsed;
}

function changeForm(
  kind: EngagementChangeKind,
  { framework, ofDane }: { readonly framework: MissionFramework; readonly ofDane: boolean },
): z.ZodType<SentChange> {
  const reason = optionalText(CHANGE_REASON_LENGTH).refine((text) => !ofDane || text !== undefined, {
    message: 'required',
  });
  const common = z.object({ reason, state: stateField });
  const toSent = ({ state, reason: why }: z.infer<typeof common>, change: ProposedChange) => {
    return { reason: why, change, confirms: state === 'confirmed' };
  };
  const duties = dutyFields(framework);
  switch (kind) {
    case 'end':
      return common.extend({ to: requiredDate }).transform(({ to, ...said }) => toSent(said, { kind, to }));
    case 'missions':
      return common
        .extend({ from: requiredDate, ...duties })
        .transform(({ from, ...said }) => toSent(said, { kind, from, ...dutiesOf(said) }));
    case 'correction':
      return common
        .extend({ from: requiredDate, to: optionalDate, ...duties })
        .transform(({ from, to, ...said }) => {
          const period = { from, ...(to && { to }) };
          return toSent(said, { kind, period, ...dutiesOf(said) });
        });
  }
}

/** The message of the page after a decided change. */
export function doneAfter(kind: EngagementChangeKind, { waiting }: ChangedEngagement): Done {
  switch (kind) {
    case 'end':
      return 'engagement-ended';
    case 'missions':
      return waiting ? 'missions-wait' : 'missions-changed';
    case 'correction':
      return 'engagement-corrected';
  }
}

/** Faults of the days of a period, by field. */
export function periodFieldErrors(period: Period, on: LocalDate): FieldErrors {
  if (period.to !== undefined && period.to < period.from) return { to: 'end-before-start' };
  return Object.fromEntries(
    Object.entries(periodErrors(period, on)).map(([field, { kind, limit }]): [string, FieldError] => [
      field,
      `${kind}:${limit}`,
    ]),
  );
}

/** The values of an engagement, with which the form of a change begins. */
export function toChangeValues(
  kind: EngagementChangeKind,
  { period, ...duties }: EngagementContent,
): FormValues {
  if (kind === 'end') return {};
  const content = dutyValues(duties);
  return kind === 'missions' ? content : { ...content, from: [period.from], to: [period.to ?? ''] };
}

function dayErrors(change: ProposedChange, on: LocalDate): FieldErrors {
  if (change.kind === 'correction') return periodFieldErrors(change.period, on);
  const isEnd = change.kind === 'end';
  const error = engagementDayError(isEnd ? change.to : change.from, on);
  return error ? { [isEnd ? 'to' : 'from']: `${error.kind}:${error.limit}` } : {};
}
