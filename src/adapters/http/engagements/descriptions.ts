import { confirmerName } from '../../../domain/confirmation/name-confirmers.ts';
import type { MissionCode } from '../../../domain/engagement/mission.ts';
import { type MissionSharing, sharingsOfMission } from '../../../domain/engagement/mission-sharing.ts';
import type { Engagement, Person, School } from '../../../domain/records.ts';
import type { Period } from '../../../domain/time/calendar.ts';
import { detailTexts, engagementDetails } from '../../../texts/engagement-details.ts';
import { typographic } from '../../../texts/grammar.ts';
import type { TextContext } from '../view-models/text-context.ts';

/** An engagement in words. Each page picks the parts that it shows. */
export type EngagementTexts = ReturnType<typeof engagementTexts>;

/** An engagement in words, for those who decide on it: with the author and the day of the confirmation, and the
 *  principal's reservation, if they are known. */
export type EngagementDescription = ReturnType<typeof describeEngagement>;

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

/** `Accompagner… (par le temps : …)`. */
export function sharedMissionAsText({ label, sharing }: EngagementTexts['missions'][number]): string {
  return [label, ...sharing.map((one) => `(${one})`)].join(' ');
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

/** The words of an engagement that every page shows in its own layout. */
export function engagementTexts(engagement: Engagement, textContext: TextContext) {
  const { framework, locale, t } = textContext;
  return {
    reference: engagement.reference,
    period: periodAsText(engagement.period, textContext),
    missions: engagement.missions.map((code) => ({
      code,
      label: typographic(framework.missions.get(code)?.label[locale] ?? ''),
      sharing: sharingsOfMission(code, [engagement]).map((one) => sharingAsText(one, textContext)),
    })),
    details: engagementDetails(engagement, locale, t.records.roles),
    state: t.records.confirmations[engagement.confirmation],
  };
}

export function describeEngagement(
  engagement: Engagement,
  { name, confirmers }: { readonly name: string; readonly confirmers: readonly Person[] },
  textContext: TextContext,
) {
  const { school, day } = textContext.t;
  const { confirmedBy, confirmedOn } = engagement;
  const author = confirmerName(confirmedBy, confirmers) ?? confirmedBy;
  return {
    ...engagementTexts(engagement, textContext),
    name,
    ...(author && confirmedOn && { decidedBy: school.decisions.decidedBy(author, day(confirmedOn)) }),
    ...(engagement.reservation && { reservation: engagement.reservation }),
  };
}

/** An engagement in one line: its school, unless the page names it, then period, missions, details and state. */
export function engagementSummary(
  { period, missions, confirmation, ...details }: Engagement,
  textContext: TextContext,
  school?: Pick<School, 'name' | 'commune'>,
): string {
  const { locale, t } = textContext;
  return [
    ...(school ? [schoolAsText(school)] : []),
    periodAsText(period, textContext),
    missions.join(', '),
    ...detailTexts(details, locale, t.records.roles),
    t.records.confirmations[confirmation],
  ].join(' · ');
}
