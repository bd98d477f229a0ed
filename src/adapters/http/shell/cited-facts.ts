import type { CitedFacts } from '../../../application/awards/read-cited-facts.ts';
import type { Catalogue } from '../../../application/ports.ts';
import type { Evaluation, Finding } from '../../../domain/criteria/evaluation.ts';
import { type RuleKind, ruleKind } from '../../../domain/criteria/rule-kind.ts';
import type { SchoolYear } from '../../../domain/time/school-year.ts';
import { schoolYearLabel } from '../../../domain/time/school-year.ts';
import { shortLabel } from '../../../texts/criteria-context.ts';
import type { Locale } from '../env.ts';
import type { FactView } from './findings.tsx';
import { WORDS } from './words.ts';

/** What facts are put into words with. */
export interface ExplanationContext {
  readonly catalogue: Catalogue;
  readonly cited: CitedFacts;
  readonly locale: Locale;
  /** Where an event or a person has a page for the reader. */
  readonly eventHref?: (code: string) => string;
  readonly personHref?: (id: string) => string;
}

interface Place extends ExplanationContext {
  readonly evaluation: Evaluation;
  readonly bound: boolean;
}

/** Requirements whose years are shown with their days. */
const OF_DAYS: readonly RuleKind[] = ['duration', 'yearValue', 'recent'];
const OF_MEMBERS: readonly RuleKind[] = ['members', 'everyMemberTrained', 'everyMemberReviewed'];

/** The facts that a finding counted, by title, date and link. Inside a named year the year is not said again. */
export function citedViews(finding: Finding, place: Place): readonly FactView[] {
  const { used, requirement } = finding;
  const kind = ruleKind(requirement);
  const years = place.bound && !OF_DAYS.includes(kind) ? [] : (used.years ?? []);
  return [
    ...years.map((year) => yearView(year, { kind, place })),
    ...(used.families ?? []).map((family) => ({ text: WORDS[place.locale].pages.findings.family(family) })),
    ...(used.missions ?? []).map((code) => missionView(code, place)),
    ...(used.events ?? []).map((code) => eventView(code, { kind, place })),
    ...(used.contributions ?? []).map((reference) => contributionView(reference, place)),
    ...(OF_MEMBERS.includes(kind) ? memberViews(kind, place) : []),
  ];
}

interface OfKind {
  readonly kind: RuleKind;
  readonly place: Place;
}

function yearView(year: SchoolYear, { kind, place: { evaluation, locale } }: OfKind): FactView {
  const { facts } = evaluation;
  const of = facts.kind === 'person' ? facts.years.find((one) => one.year === year) : undefined;
  const label = schoolYearLabel(year);
  return {
    text: of && OF_DAYS.includes(kind) ? WORDS[locale].pages.findings.yearDays(label, of.days) : label,
  };
}

function missionView(code: string, { catalogue, locale }: Place): FactView {
  const label = catalogue.framework.missions.get(code as never)?.label[locale];
  return {
    text: label ? `${code} · ${shortLabel(label)}` : code,
    href: `/referentiel/rupn/v1/missions/${code}`,
  };
}

function eventView(code: string, { kind, place }: OfKind): FactView {
  const { cited, evaluation, locale, eventHref } = place;
  const event = cited.events.get(code);
  if (!event) return { text: code };
  const t = WORDS[locale].pages;
  const { facts } = evaluation;
  const training = facts.kind === 'person' ? facts.trainings.find((one) => one.code === code) : undefined;
  const hours = kind === 'trainingHours' ? training?.hours : undefined;
  return {
    text: t.findings.event(event.title, t.day(event.startsOn), hours),
    ...(eventHref && { href: eventHref(code) }),
  };
}

function contributionView(reference: string, { cited, locale }: Place): FactView {
  const found = cited.contributions.get(reference);
  if (!found) return { text: reference };
  const { pages, criteria } = WORDS[locale];
  const text = pages.findings.contribution(
    criteria.contributions[found.kind].one,
    pages.day(found.on),
    found.validated,
  );
  const isLink = found.url !== undefined && /^https?:\/\//.test(found.url);
  return { text, ...(isLink && found.url && { href: found.url }) };
}

function memberViews(kind: RuleKind, { cited, evaluation, locale, personHref }: Place): readonly FactView[] {
  const { facts } = evaluation;
  if (facts.kind !== 'establishment') return [];
  const t = WORDS[locale].pages.findings;
  return facts.members.map((member) => {
    const person = cited.people.get(member.personId);
    const name = person ? `${person.givenName} ${person.familyName}` : '—';
    const isMet = kind === 'members' || (kind === 'everyMemberTrained' ? member.trained : member.reviewed);
    return {
      text: isMet ? name : t.memberNotYet(name),
      ...(personHref && { href: personHref(member.personId) }),
    };
  });
}
