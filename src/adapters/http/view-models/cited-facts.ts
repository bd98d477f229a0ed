import type { CitedFacts } from '../../../application/awards/read-cited-facts.ts';
import type { Catalogue } from '../../../application/ports.ts';
import type { Evaluation, Finding } from '../../../domain/criteria/evaluation.ts';
import { traitsOf } from '../../../domain/criteria/leaf.ts';
import type { LeafTraits } from '../../../domain/criteria/leaf-traits.ts';
import { missionOf } from '../../../domain/engagement/mission.ts';
import type { TeamFacts } from '../../../domain/facts/types.ts';
import { fullName } from '../../../domain/person/name.ts';
import { type SchoolYear, schoolYearLabel } from '../../../domain/time/school-year.ts';
import { shortLabel } from '../../../texts/criteria/context.ts';
import { typographic } from '../../../texts/grammar.ts';
import type { FactView } from '../components/findings.tsx';
import type { Locale } from '../env.ts';
import { TEXTS } from './public-texts.ts';

/** The data that turns facts into words. */
export interface ExplanationContext {
  readonly catalogue: Catalogue;
  readonly cited: CitedFacts;
  readonly locale: Locale;
  /** Address of an event's or a person's page, where the reader has one. */
  readonly eventHref?: (code: string) => string;
  readonly personHref?: (id: string) => string;
}

interface Place extends ExplanationContext {
  readonly evaluation: Evaluation;
  readonly bound: boolean;
}

/** The facts that a finding counted, with title, date and link. Inside a named year, the year is not
 *  repeated. */
export function citedViews(finding: Finding, place: Place): readonly FactView[] {
  const { used, requirement } = finding;
  const tells = traitsOf(requirement)?.tells ?? 'names';
  const years = place.bound && tells !== 'days' ? [] : (used.years ?? []);
  return [
    ...years.map((year) => yearView(year, { tells, place })),
    ...(used.families ?? []).map((family) => ({ text: TEXTS[place.locale].pages.findings.family(family) })),
    ...(used.missions ?? []).map((code) => missionView(code, place)),
    ...(used.events ?? []).map((code) => eventView(code, { tells, place })),
    ...(used.contributions ?? []).map((reference) => contributionView(reference, place)),
    ...memberViews(tells, place),
  ];
}

interface CitedPlace {
  readonly tells: LeafTraits['tells'];
  readonly place: Place;
}

function yearView(year: SchoolYear, { tells, place: { evaluation, locale } }: CitedPlace): FactView {
  const { facts } = evaluation;
  const of = facts.kind === 'person' ? facts.years.find((one) => one.year === year) : undefined;
  const label = schoolYearLabel(year);
  return {
    text: of && tells === 'days' ? TEXTS[locale].pages.findings.yearDays(label, of.days) : label,
  };
}

function missionView(code: string, { catalogue, locale }: Place): FactView {
  const label = missionOf(catalogue.framework, code)?.label[locale];
  return {
    text: label ? `${code} · ${shortLabel(typographic(label))}` : code,
    href: `/referentiel/rupn/v1/missions/${code}`,
  };
}

function eventView(code: string, { tells, place }: CitedPlace): FactView {
  const { cited, evaluation, locale, eventHref } = place;
  const event = cited.events.get(code);
  if (!event) return { text: code };
  const t = TEXTS[locale].pages;
  const { facts } = evaluation;
  const training = facts.kind === 'person' ? facts.trainings.find((one) => one.code === code) : undefined;
  const hours = tells === 'hours' ? training?.hours : undefined;
  return {
    text: t.findings.event(event.title, t.day(event.startsOn), hours),
    ...(eventHref && { href: eventHref(code) }),
  };
}

function contributionView(reference: string, { cited, locale }: Place): FactView {
  const found = cited.contributions.get(reference);
  if (!found) return { text: reference };
  const { pages, criteria } = TEXTS[locale];
  const text = pages.findings.contribution(
    criteria.contributions[found.kind].one,
    pages.day(found.on),
    found.validated,
    found.title,
  );
  const isLink = found.url !== undefined && /^https?:\/\//.test(found.url);
  return { text, ...(isLink && found.url && { href: found.url }) };
}

type IsMet = (member: TeamFacts['members'][number]) => boolean;

/** Whether a listed member meets the requirement; undefined for requirements that list no member. */
const MEMBER_MEETS: Readonly<Record<LeafTraits['tells'], IsMet | undefined>> = {
  names: undefined,
  days: undefined,
  hours: undefined,
  members: () => true,
  'trained-members': ({ trained }) => trained,
  'reviewed-members': ({ reviewed }) => reviewed,
};

/** The members of a school's team, where the requirement concerns them. */
function memberViews(
  reports: LeafTraits['tells'],
  { cited, evaluation: { facts }, locale, personHref }: Place,
): readonly FactView[] {
  const isMet = MEMBER_MEETS[reports];
  if (facts.kind !== 'establishment' || !isMet) return [];
  const t = TEXTS[locale].pages.findings;
  return facts.members.map((member) => {
    const person = cited.people.get(member.personId);
    const name = person ? fullName(person) : '—';
    return {
      text: isMet(member) ? name : t.memberNotYet(name),
      ...(personHref && { href: personHref(member.personId) }),
    };
  });
}
