import { confirmerName } from '../../../domain/confirmation/name-confirmers.ts';
import type { MissionCode } from '../../../domain/engagement/mission.ts';
import { type MissionSharing, sharingsOfMission } from '../../../domain/engagement/mission-sharing.ts';
import type { Engagement, Person, School } from '../../../domain/records.ts';
import type { Period } from '../../../domain/time/calendar.ts';
import { typographic } from '../../../texts/grammar.ts';
import type { TextContext } from '../view-models/text-context.ts';

export interface EngagementDescription {
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
export function schoolAsText({ name, commune }: Pick<School, 'name' | 'commune'>): string {
  return typographic([name, commune].filter(Boolean).join(', '));
}

/** `M1 · Accompagner…`. */
export function missionAsText(code: MissionCode, { framework, locale }: TextContext): string {
  return `${code} · ${typographic(framework.missions.get(code)?.label[locale] ?? '')}`;
}

/** « par le temps : lundi et jeudi matin ». */
export function sharingAsText({ kind, words }: MissionSharing, { t }: Pick<TextContext, 't'>): string {
  return t.sharing.said(kind, words);
}

/** The mission with the way in which the person shares it out, where it is recorded: `M1 · Accompagner… (par
 *  le temps : …)`. */
function sharedMissionAsText(
  code: MissionCode,
  segment: Pick<Engagement, 'missions' | 'sharing'>,
  textContext: TextContext,
): string {
  const stated = sharingsOfMission(code, [segment]).map((one) => sharingAsText(one, textContext));
  return [missionAsText(code, textContext), ...stated.map((texts) => `(${texts})`)].join(' ');
}

/** The proposal of the reference text for sharing out the mission, in short sentences; undefined if there
 *  is none. */
export function organisationAsText(
  code: MissionCode,
  { framework, locale, t }: TextContext,
): string | undefined {
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

export function periodAsText({ from, to }: Period, { t }: TextContext): string {
  return t.school.period(t.day(from), to && t.day(to));
}

/** The person of the engagement, and the known authors of its confirmation. */
interface EngagementPeople {
  readonly name: string;
  readonly confirmers: readonly Person[];
}

export function describeEngagement(
  engagement: Engagement,
  { name, confirmers }: EngagementPeople,
  textContext: TextContext,
): EngagementDescription {
  const { records, school, day } = textContext.t;
  const { confirmedBy, confirmedOn } = engagement;
  const author = confirmerName(confirmedBy, confirmers) ?? confirmedBy;
  return {
    reference: engagement.reference,
    name,
    period: periodAsText(engagement.period, textContext),
    missions: engagement.missions.map((code) => sharedMissionAsText(code, engagement, textContext)),
    roles: engagement.roles.map((role) => records.roles[role]),
    state: records.confirmations[engagement.confirmation],
    ...(author && confirmedOn && { decidedBy: school.decisions.decidedBy(author, day(confirmedOn)) }),
    ...(engagement.reservation && { reservation: engagement.reservation }),
  };
}

/** An engagement in one line: its school, unless the page names it, then period, missions, roles and state. */
export function engagementSummary(
  { period, missions, roles, confirmation }: Engagement,
  textContext: TextContext,
  school?: Pick<School, 'name' | 'commune'>,
): string {
  const { records } = textContext.t;
  return [
    ...(school ? [schoolAsText(school)] : []),
    periodAsText(period, textContext),
    missions.join(', '),
    ...(roles.length > 0 ? [roles.map((role) => records.roles[role]).join(', ')] : []),
    records.confirmations[confirmation],
  ].join(' · ');
}
