import { confirmerName } from '../../../domain/confirmation/name-confirmers.ts';
import type { MissionCode } from '../../../domain/engagement/mission.ts';
import { type MissionSharing, sharingsOfMission } from '../../../domain/engagement/mission-sharing.ts';
import type { Engagement, Establishment, Person } from '../../../domain/records.ts';
import type { Period } from '../../../domain/time/calendar.ts';
import { typographic } from '../../../texts/grammar.ts';
import type { Wording } from '../view-models/text-context.ts';

/** A segment in words. */
export interface EngagementInWords {
  readonly reference: string;
  readonly name: string;
  readonly period: string;
  readonly missions: readonly string[];
  readonly roles: readonly string[];
  readonly state: string;
  /** The author and the day of the confirmation. */
  readonly decidedBy?: string;
  /** The principal's reservation, where there is one. */
  readonly reservation?: string;
}

/** `Collège Bréart, Mâcon`. */
export function schoolWords({ name, commune }: Pick<Establishment, 'name' | 'commune'>): string {
  return typographic([name, commune].filter(Boolean).join(', '));
}

/** `M1 · Accompagner…`. */
export function missionWords(code: MissionCode, { framework, locale }: Wording): string {
  return `${code} · ${typographic(framework.missions.get(code)?.label[locale] ?? '')}`;
}

/** « par le temps : lundi et jeudi matin ». */
export function sharingWords({ kind, words }: MissionSharing, { t }: Pick<Wording, 't'>): string {
  return t.sharing.said(kind, words);
}

/** The mission with the way in which the person shares it out, where it is recorded: `M1 · Accompagner… (par
 *  le temps : …)`. */
function sharedMissionWords(
  code: MissionCode,
  segment: Pick<Engagement, 'missions' | 'sharing'>,
  wording: Wording,
): string {
  const said = sharingsOfMission(code, [segment]).map((one) => sharingWords(one, wording));
  return [missionWords(code, wording), ...said.map((words) => `(${words})`)].join(' ');
}

/** The proposal of the reference text for sharing out the mission, in short sentences; undefined where there
 *  is none. */
export function organisationWords(code: MissionCode, { framework, locale, t }: Wording): string | undefined {
  const organisation = framework.organisation.get(code);
  if (!organisation) return undefined;
  const { labels, priorities } = organisation;
  return [
    ...labels.map((label) => typographic(label[locale])),
    ...(priorities.length > 0 ? [t.school.overview.priority(priorities)] : []),
  ]
    .map((part) => `${part}.`)
    .join(' ');
}

export function periodWords({ from, to }: Period, { t }: Wording): string {
  return t.school.period(t.day(from), to && t.day(to));
}

/** The person of the segment, and the known authors of its confirmation. */
interface SegmentPeople {
  readonly name: string;
  readonly confirmers: readonly Person[];
}

export function engagementInWords(
  engagement: Engagement,
  { name, confirmers }: SegmentPeople,
  wording: Wording,
): EngagementInWords {
  const { records, school, day } = wording.t;
  const { confirmedBy, confirmedOn } = engagement;
  const author = confirmerName(confirmedBy, confirmers) ?? confirmedBy;
  return {
    reference: engagement.reference,
    name,
    period: periodWords(engagement.period, wording),
    missions: engagement.missions.map((code) => sharedMissionWords(code, engagement, wording)),
    roles: engagement.roles.map((role) => records.roles[role]),
    state: records.confirmations[engagement.confirmation],
    ...(author && confirmedOn && { decidedBy: school.decisions.decidedBy(author, day(confirmedOn)) }),
    ...(engagement.reservation && { reservation: engagement.reservation }),
  };
}

/** A segment in one line: its school, unless the page names it, then period, missions, roles and state. */
export function segmentLine(
  { period, missions, roles, confirmation }: Engagement,
  wording: Wording,
  school?: Pick<Establishment, 'name' | 'commune'>,
): string {
  const { records } = wording.t;
  return [
    ...(school ? [schoolWords(school)] : []),
    periodWords(period, wording),
    missions.join(', '),
    ...(roles.length > 0 ? [roles.map((role) => records.roles[role]).join(', ')] : []),
    records.confirmations[confirmation],
  ].join(' · ');
}
