import { achievementOf } from '../../catalogue/versions.ts';
import type { Criteria } from '../../domain/criteria/definition.ts';
import type { Evaluation, Finding } from '../../domain/criteria/evaluation.ts';
import { type FindingKind, findingKind } from '../../domain/criteria/finding-kind.ts';
import type { Rule } from '../../domain/criteria/rule.ts';
import { bindsYears } from '../../domain/criteria/rule-kind.ts';
import { type Bilingual, inLanguage } from '../../domain/engagement/mission.ts';
import { sumHours } from '../../domain/facts/attendance.ts';
import type { Facts, PersonFacts, TeamFacts } from '../../domain/facts/types.ts';
import { criteriaTexts as en } from '../../texts/en/criteria/page.ts';
import { criteriaTexts as fr } from '../../texts/fr/criteria/page.ts';
import type { Catalogue } from '../ports.ts';
import type { Labelled, RecipientLabel } from './recipient.ts';

/** The result for one recipient and badge, as `evaluate` prints it and the API returns it. */
export interface EvaluationLine extends Labelled {
  readonly badge: string;
  readonly version: number;
  readonly on: string;
  readonly met: boolean;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly findings: readonly FindingLine[];
}

/** Not an interface, because the contract of the API takes any record as a part, and TypeScript takes no
 *  interface for one. */
export type FindingLine = {
  readonly rule: string;
  readonly met: boolean;
  /** Whether the requirement is met, has too few records, or has none. */
  readonly kind: FindingKind;
  readonly actual: number;
  readonly required: number;
  readonly used: Finding['used'];
  readonly requirement: Bilingual;
  /** Null if the requirement is met. */
  readonly missing: Bilingual | null;
  /** The parts of a composite requirement; absent for a single one. */
  readonly parts?: readonly FindingLine[];
};

/** The data needed to word a finding: the labels of the framework and the names of the other badges. */
export function phraseContext({ framework }: Catalogue, criteria: Criteria, language: 'fr' | 'en') {
  return {
    framework,
    thresholds: criteria.thresholds,
    achievementName: (code: string) => inLanguage(achievementOf(criteria, code).name, language),
  };
}

/** One evaluation as a line. It repeats the facts, so that each line of a recipient is complete. */
export function toEvaluationLine(
  catalogue: Catalogue,
  label: RecipientLabel,
  evaluation: Evaluation,
): EvaluationLine {
  const criteria = catalogue.criteriaInForce(evaluation.on);
  const { facts } = evaluation;
  return {
    ...label,
    badge: evaluation.achievement,
    version: evaluation.version,
    on: evaluation.on,
    met: evaluation.met,
    facts: facts.kind === 'person' ? personFacts(facts) : teamFacts(facts),
    findings: evaluation.findings.map((finding) => toFindingLine({ catalogue, criteria, facts }, finding)),
  };
}

interface LineContext {
  readonly catalogue: Catalogue;
  readonly criteria: Criteria;
  readonly facts: Facts;
  /** True inside a named year or window; the words then do not repeat the years. */
  readonly bound?: boolean;
}

/** Cache of requirements in words, by version, rule, and whether the years are already named. */
const requirementTextsCache = new WeakMap<
  Criteria,
  readonly [WeakMap<Rule, Bilingual>, WeakMap<Rule, Bilingual>]
>();

/** A requirement in words. The words are the same for everyone who is judged by it, so they are made once. */
function cachedRequirementTexts(
  rule: Rule,
  { catalogue, criteria, bound = false }: Omit<LineContext, 'facts'>,
): Bilingual {
  const known = requirementTextsCache.get(criteria) ?? ([new WeakMap(), new WeakMap()] as const);
  requirementTextsCache.set(criteria, known);
  const texts = known[bound ? 1 : 0].get(rule) ?? {
    fr: fr.requirement(rule, { ...phraseContext(catalogue, criteria, 'fr'), bound }),
    en: en.requirement(rule, { ...phraseContext(catalogue, criteria, 'en'), bound }),
  };
  known[bound ? 1 : 0].set(rule, texts);
  return texts;
}

function toFindingLine(context: LineContext, finding: Finding): FindingLine {
  const { catalogue, criteria, bound = false } = context;
  const inFrench = { ...phraseContext(catalogue, criteria, 'fr'), bound };
  const inEnglish = { ...phraseContext(catalogue, criteria, 'en'), bound };
  const { rule, met, actual, required, used, requirement } = finding;
  return {
    rule,
    met,
    kind: findingKind(finding, context.facts),
    actual,
    required,
    used,
    requirement: cachedRequirementTexts(requirement, { catalogue, criteria, bound }),
    missing: met ? null : { fr: fr.missing(finding, inFrench), en: en.missing(finding, inEnglish) },
    ...(finding.parts.length > 0 && {
      parts: finding.parts.map((part) =>
        toFindingLine({ ...context, bound: bindsNestedFindings(finding, bound) }, part),
      ),
    }),
  };
}

/** Whether the parts of a finding are about one named year or window. This is never so for the requirements
 *  of another badge. */
export function bindsNestedFindings({ requirement }: Finding, bound: boolean): boolean {
  return !('meets' in requirement) && (bound || bindsYears(requirement));
}

function personFacts(facts: PersonFacts): Readonly<Record<string, unknown>> {
  const { years, schoolYear } = facts;
  const hours = (from: number) =>
    sumHours(years.filter(({ year }) => year >= from).map((year) => year.trainingHours));
  const byYear = <T>(value: (year: (typeof years)[number]) => T) =>
    Object.fromEntries(years.map((year) => [year.year, value(year)]));
  return {
    schoolYear,
    duration: facts.duration,
    days: byYear((year) => year.days),
    yearValues: byYear((year) => year.value),
    covered: Object.fromEntries(
      years.filter((year) => year.covered.length > 0).map((year) => [year.year, year.covered]),
    ),
    families: facts.families,
    reviewYears: facts.reviewYears.length,
    reviewedYears: facts.reviewYears,
    trainingHours: hours(0),
    trainingHoursLast3: hours(schoolYear - 2),
    daneEventYears: years.filter((year) => year.daneEvents.length > 0).map(({ year }) => year),
    contributions: facts.contributions.length,
    confirmedBy: facts.confirmedBy,
  };
}

function teamFacts(facts: TeamFacts): Readonly<Record<string, unknown>> {
  return {
    schoolYear: facts.schoolYear,
    members: facts.members.length,
    membersTrained: facts.members.filter((member) => member.trained).length,
    membersReviewed: facts.members.filter((member) => member.reviewed).length,
    families: facts.families,
    roles: facts.roles,
    meetings: facts.meetings.length,
    confirmedBy: facts.confirmedBy,
  };
}
