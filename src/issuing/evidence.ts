import type { Evidence } from '#open-badges/credential';
import { countedContributions, judgeAgain } from '../domain/award/re-evaluate.ts';
import type { Award, HolderChoice } from '../domain/award/types.ts';
import type { Criteria } from '../domain/criteria/definition.ts';
import type { FamilyCode, MissionFramework } from '../domain/engagement/mission.ts';
import { isOngoing } from '../domain/facts/engagement-days.ts';
import { notedGround } from '../domain/facts/review-years.ts';
import type { ContributionFact, PersonFacts, TeamFacts, YearFacts } from '../domain/facts/types.ts';
import { showsDays } from '../domain/holder/awarded-date.ts';
import { CONTRIBUTION_KINDS } from '../domain/records.ts';
import type { Uai } from '../domain/uai.ts';
import { publicLabel } from '../texts/criteria/walk.ts';
import { CREDENTIAL_TEXTS, type Locale } from './achievement.ts';

/** The input of `evidenceOf`: an award and the words for its evidence. */
export interface EvidenceInput {
  readonly award: Award;
  readonly criteria: Criteria;
  readonly framework: MissionFramework;
  readonly choice: HolderChoice;
  readonly schoolNames: ReadonlyMap<Uai, string>;
  readonly locale: Locale;
  /** How each requirement is met, in words. Absent if the award was granted against the criteria. */
  readonly criteriaMet?: readonly string[];
}

/** The evidence of an award, in figures and words: years, trainings, contributions by kind, confirmers. A
 *  nameless badge counts no days. It names no colleague, document or motive, and names schools only if the holder chose to show them (Open
 *  Badges 3.0, Evidence). */
export function evidenceOf(input: EvidenceInput): readonly Evidence[] {
  const { facts } = input.award.evaluation;
  const own = facts.kind === 'person' ? personEvidence(facts, input) : teamEvidence(facts, input);
  return [...own, ...criteriaMet(input), ...confirmation(input), ...override(input)];
}

/** Hours of the trainings that still count, rounded to hundredths, because sums of decimals have binary
 *  errors. */
export function trainingHoursOf(facts: PersonFacts | TeamFacts): number {
  const hours =
    facts.kind === 'person'
      ? facts.trainings.reduce((sum, training) => sum + (training.expired ? 0 : training.hours), 0)
      : facts.trainingHours;
  return Math.round(hours * 100) / 100;
}

/** Whether the schools are shown. A school's own badge always shows its school. */
function showsSchools(award: Award, choice: HolderChoice): boolean {
  return choice.showSchools || award.recipient.kind === 'establishment';
}

function evidence(name: string, sentences: readonly string[]): readonly Evidence[] {
  return sentences.length === 0 ? [] : [{ type: ['Evidence'], name, narrative: sentences.join(' ') }];
}

function personEvidence(facts: PersonFacts, input: EvidenceInput): readonly Evidence[] {
  const counted = facts.years.filter((year) => year.value > 0 || year.covered.length > 0);
  return [
    ...counted.flatMap((year) => yearEvidence(year, input)),
    ...trainings(facts, input),
    ...contributions(facts, input),
  ];
}

function yearEvidence(year: YearFacts, input: EvidenceInput): readonly Evidence[] {
  const texts = CREDENTIAL_TEXTS[input.locale];
  const days = showsDays(input.award, input.choice) ? year.days : undefined;
  const { facts } = input.award.evaluation;
  const isUnderway = year.year === facts.schoolYear && isOngoing(facts);
  const sentences = [texts.yearValue(year.value, days, isUnderway), ...families(year.families, input)];
  const ground = year.reviewed ? notedGround(year, input.criteria.thresholds) : 'waiver';
  // A year whose review is waived has no sentence: the criteria state how it counts.
  if (ground !== 'waiver') sentences.push(texts.reviewed[ground]());
  return evidence(texts.schoolYear(year.year), [...sentences, ...schools(year.uais, input)]);
}

/** The families by their names: a reader of the badge does not know the codes. */
function families(codes: readonly FamilyCode[], { framework, locale }: EvidenceInput): readonly string[] {
  if (codes.length === 0) return [];
  return [CREDENTIAL_TEXTS[locale].families(familyNames(codes, framework, locale))];
}

/** The names of families, for signed sentences and figures. A family that the framework no longer has keeps its
 *  code. */
export function familyNames(
  codes: readonly FamilyCode[],
  framework: MissionFramework,
  locale: Locale,
): readonly string[] {
  const labels = new Map(framework.families.map(({ code, label }) => [code, publicLabel(label, locale)]));
  return codes.map((code) => labels.get(code) ?? code);
}

function schools(
  uais: readonly Uai[],
  { award, choice, schoolNames, locale }: EvidenceInput,
): readonly string[] {
  if (uais.length === 0 || !showsSchools(award, choice)) return [];
  return [CREDENTIAL_TEXTS[locale].schools(uais.map((uai) => schoolNames.get(uai) ?? uai))];
}

function trainings(facts: PersonFacts, { locale }: EvidenceInput): readonly Evidence[] {
  const texts = CREDENTIAL_TEXTS[locale];
  const counted = facts.trainings.filter((training) => !training.expired);
  const daneEvents = facts.years.reduce((sum, year) => sum + year.daneEvents.length, 0);
  return evidence(texts.trainingsName, [
    ...(counted.length > 0 ? [texts.trainings(trainingHoursOf(facts), counted.length)] : []),
    ...(daneEvents > 0 ? [texts.daneEvents(daneEvents)] : []),
  ]);
}

/** Contributions that the DANE validated and, separately, those that the criteria count although only the
 *  person declares them. All others are left out. */
function contributions(facts: PersonFacts, { award, criteria, locale }: EvidenceInput): readonly Evidence[] {
  const texts = CREDENTIAL_TEXTS[locale];
  const validated = facts.contributions.filter((made) => made.validated);
  const unvalidated = facts.contributions.filter((made) => !made.validated);
  const counted =
    unvalidated.length > 0 ? countedContributions(judgeAgain(award, criteria)) : new Set<string>();
  const declared = unvalidated.filter(({ reference }) => counted.has(reference));
  return [
    ...evidence(texts.contributionsName, countKinds(validated).map(texts.contributions)),
    ...evidence(texts.declaredName, countKinds(declared).map(texts.declared)),
  ];
}

/** The number of each kind, as the argument of a sentence; undefined if there is none. */
function countKinds(made: readonly ContributionFact[]) {
  const counts = CONTRIBUTION_KINDS.map(
    (kind) => [kind, made.filter((one) => one.kind === kind).length] as const,
  ).filter(([, value]) => value > 0);
  return counts.length > 0 ? [counts] : [];
}

function teamEvidence(facts: TeamFacts, input: EvidenceInput): readonly Evidence[] {
  const texts = CREDENTIAL_TEXTS[input.locale];
  const hours = trainingHoursOf(facts);
  return evidence(texts.schoolYear(facts.schoolYear), [
    ...(facts.members.length > 0 ? [texts.teamMembers(facts.members.length)] : []),
    ...families(facts.families, input),
    ...(hours > 0 ? [texts.teamHours(hours)] : []),
    ...(facts.meetings.length > 0 ? [texts.teamMeetings(facts.meetings.length)] : []),
    ...schools([facts.uai], input),
  ]);
}

function criteriaMet({ criteriaMet: sentences = [], locale }: EvidenceInput): readonly Evidence[] {
  return evidence(CREDENTIAL_TEXTS[locale].criteriaMetName, sentences);
}

function confirmation({ award, locale }: EvidenceInput): readonly Evidence[] {
  const texts = CREDENTIAL_TEXTS[locale];
  const { principal, dane } = award.evaluation.facts.confirmedBy;
  if (!principal && !dane) return [];
  const one = principal ? texts.confirmedByPrincipal : texts.confirmedByDane;
  return evidence(texts.confirmationName, [principal && dane ? texts.confirmedByBoth : one]);
}

/** Evidence of a grant against the criteria. The reason itself is not published, because it may mention
 *  people. */
function override({ award, locale }: EvidenceInput): readonly Evidence[] {
  if (award.overrideReason === undefined) return [];
  const texts = CREDENTIAL_TEXTS[locale];
  return evidence(texts.overrideName, [texts.override]);
}
