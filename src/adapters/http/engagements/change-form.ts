import { z } from 'zod';
import {
  SEGMENT_CHANGE_KINDS,
  type SegmentChange,
  type SegmentChangeKind,
  type SegmentContent,
} from '../../../domain/engagement/engagement-proposal.ts';
import { type MissionCode, type MissionFramework, ROLES } from '../../../domain/engagement/mission.ts';
import { engagementDayFault, periodFaults } from '../../../domain/engagement/said-dates.ts';
import type { LocalDate, Period } from '../../../domain/time/time.ts';
import {
  choicesOf,
  type FieldFault,
  type FieldFaults,
  type FormValues,
  optionalChoiceOf,
  optionalDate,
  optionalText,
  type ParsedForm,
  parseValues,
  requiredDate,
} from '../shell/form.ts';

export const CHANGE_REASON_LENGTH = 500;

/** A change as its form holds it. */
export interface SentChange {
  readonly change: SegmentChange;
  readonly reason: string | undefined;
  /** Whether the DANE confirms the new parts, on documents. */
  readonly confirms: boolean;
  /** The segment as the page showed it. */
  readonly seen: string | undefined;
}

export interface ChangeReading {
  readonly framework: MissionFramework;
  readonly on: LocalDate;
  /** Whether the DANE decides, which always gives a reason. */
  readonly ofDane: boolean;
}

/** The kind of change that an address names. */
export function changeKindOf(text: string | undefined): SegmentChangeKind | undefined {
  return SEGMENT_CHANGE_KINDS.find((kind) => kind === text);
}

/** Fields that every decision of the DANE on something new has. */
export const stateField = optionalChoiceOf(['requested', 'confirmed']);

/** The segment as the page showed it, by `toSeen`. */
export const seenField = optionalText(2000);

export const missionFields = (framework: MissionFramework) => ({
  missions: choicesOf<MissionCode>([...framework.missions.keys()]).refine((codes) => codes.length > 0, {
    message: 'no-mission',
  }),
  roles: choicesOf(ROLES),
});

/** Reads the form of a change without the school: only the DANE corrects it, and finds it by its name. */
export function readChange(
  values: FormValues,
  kind: SegmentChangeKind,
  reading: ChangeReading,
): ParsedForm<SentChange> {
  const parsed = parseValues(values, changeForm(kind, reading));
  if (!parsed.ok) return parsed;
  const { state, ...said } = parsed.value;
  const faults = dayFaults(said.change, reading.on);
  if (Object.keys(faults).length > 0) return { ok: false, faults, values };
  return { ok: true, value: { ...said, confirms: state === 'confirmed' }, values };
}

type ChangeFields = Omit<SentChange, 'confirms'> & { readonly state: z.infer<typeof stateField> };

function changeForm(kind: SegmentChangeKind, { framework, ofDane }: ChangeReading): z.ZodType<ChangeFields> {
  const reason = optionalText(CHANGE_REASON_LENGTH).refine((text) => !ofDane || text !== undefined, {
    message: 'required',
  });
  const common = z.object({ reason, state: stateField, seen: seenField });
  const content = missionFields(framework);
  switch (kind) {
    case 'end':
      return common
        .extend({ to: requiredDate })
        .transform(({ to, ...said }) => ({ ...said, change: { kind, to } }));
    case 'missions':
      return common
        .extend({ from: requiredDate, ...content })
        .transform(({ from, missions, roles, ...said }) => {
          return { ...said, change: { kind, from, missions, roles } };
        });
    case 'correction':
      return common
        .extend({ from: requiredDate, to: optionalDate, ...content })
        .transform(({ from, to, missions, roles, ...said }) => {
          return { ...said, change: { kind, period: { from, ...(to && { to }) }, missions, roles } };
        });
  }
}

/** Faults of the days of a period, by field. */
export function periodFieldFaults(period: Period, on: LocalDate): FieldFaults {
  if (period.to !== undefined && period.to < period.from) return { to: 'end-before-start' };
  return Object.fromEntries(
    Object.entries(periodFaults(period, on)).map(([field, { kind, limit }]): [string, FieldFault] => [
      field,
      `${kind}:${limit}`,
    ]),
  );
}

/** The values of a segment, with which the form of a change begins. */
export function toChangeValues(
  kind: SegmentChangeKind,
  { period, missions, roles }: SegmentContent,
): FormValues {
  if (kind === 'end') return {};
  const content = { missions: [...missions], roles: [...roles] };
  return kind === 'missions' ? content : { ...content, from: [period.from], to: [period.to ?? ''] };
}

function dayFaults(change: SegmentChange, on: LocalDate): FieldFaults {
  if (change.kind === 'correction') return periodFieldFaults(change.period, on);
  const isEnd = change.kind === 'end';
  const fault = engagementDayFault(isEnd ? change.to : change.from, on);
  return fault ? { [isEnd ? 'to' : 'from']: `${fault.kind}:${fault.limit}` } : {};
}
