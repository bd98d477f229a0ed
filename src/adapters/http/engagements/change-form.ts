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
  const common = { reason: reasonField(reading.ofDane), state: stateField, seen: seenField };
  const missions = missionFields(reading.framework);
  switch (kind) {
    case 'end':
      return finish(parseValues(values, z.object({ ...common, to: requiredDate })), reading, ({ to }) => ({
        kind,
        to,
      }));
    case 'missions':
      return finish(
        parseValues(values, z.object({ ...common, from: requiredDate, ...missions })),
        reading,
        ({ from, missions: codes, roles }) => ({ kind, from, missions: codes, roles }),
      );
    case 'correction':
      return finish(
        parseValues(values, z.object({ ...common, from: requiredDate, to: optionalDate, ...missions })),
        reading,
        ({ from, to, missions: codes, roles }) => ({
          kind,
          period: { from, ...(to && { to }) },
          missions: codes,
          roles,
        }),
      );
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

function reasonField(isRequired: boolean) {
  return optionalText(CHANGE_REASON_LENGTH).refine((text) => !isRequired || text !== undefined, {
    message: 'required',
  });
}

interface CommonFields {
  readonly reason: string | undefined;
  readonly state: 'requested' | 'confirmed' | undefined;
  readonly seen: string | undefined;
}

function finish<Value extends CommonFields>(
  parsed: ParsedForm<Value>,
  { on }: ChangeReading,
  toChange: (value: Value) => SegmentChange,
): ParsedForm<SentChange> {
  if (!parsed.ok) return parsed;
  const { reason, state, seen } = parsed.value;
  const change = toChange(parsed.value);
  const faults = dayFaults(change, on);
  if (Object.keys(faults).length > 0) return { ok: false, faults, values: parsed.values };
  return {
    ok: true,
    value: { change, reason, confirms: state === 'confirmed', seen },
    values: parsed.values,
  };
}

function dayFaults(change: SegmentChange, on: LocalDate): FieldFaults {
  if (change.kind === 'correction') return periodFieldFaults(change.period, on);
  const [field, day] = change.kind === 'end' ? ['to', change.to] : ['from', change.from];
  const fault = engagementDayFault(day as LocalDate, on);
  return fault ? { [field as string]: `${fault.kind}:${fault.limit}` } : {};
}
