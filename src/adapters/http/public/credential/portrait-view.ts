import type { Catalogue } from '../../../../application/ports.ts';
import { isOngoing } from '../../../../domain/facts/engagement-days.ts';
import type { PersonFacts } from '../../../../domain/facts/types.ts';
import { showsDays } from '../../../../domain/holder/awarded-date.ts';
import { type SchoolYear, schoolYearLabel } from '../../../../domain/time/school-year.ts';
import { CREDENTIAL_TEXTS } from '../../../../issuing/achievement.ts';
import { evidenceOf } from '../../../../issuing/evidence.ts';
import { TEXTS } from '../../view-models/public-texts.ts';
import type { PortraitView, PortraitYear } from '../verify/verification-view.ts';
import type { BadgeDetails } from './badge-details.ts';
import { servedFamilies, servedFigures, servedYears } from './served-figures.ts';
import { schoolsStated } from './shown-schools.ts';

type Shown = BadgeDetails & { readonly catalogue: Catalogue };

/** The portrait on a badge's page. `metTexts` are the signed words about how criteria are met. */
export function portraitView(shown: Shown, metTexts: readonly string[]): PortraitView {
  const { award, facts, locale, schoolNames } = shown;
  const judged = award.evaluation.facts;
  const evidence = servedEvidence(shown);
  const texts = CREDENTIAL_TEXTS[locale];
  const isAttesting = (name = '') => name === texts.confirmationName || name === texts.overrideName;
  const years = judged.kind === 'person' ? yearsOf(judged, evidence, shown) : [];
  const labels = new Set<string | undefined>(years.map(({ year }) => texts.schoolYear(year)));
  const stated = facts.evidence.map(({ narrative = '' }) => narrative).join('\n');
  const [first, last] = judged.kind === 'person' ? [years[0], years.at(-1)] : [{ year: judged.schoolYear }];
  const end = last ?? first;
  const members = judged.kind === 'establishment' ? judged.members.length : 0;
  return {
    duration: servedYears(facts),
    figures: servedFigures(facts, {
      locale,
      ...(members > 0 && stated.includes(CREDENTIAL_TEXTS.fr.teamMembers(members)) && { members }),
    }),
    deeds: deedsOf(shown, metTexts),
    ...(first && end && { period: periodOf(shown, { first: first.year, last: end.year }) }),
    schools: schoolsStated(award, facts, schoolNames),
    attested: evidence.flatMap(({ name, narrative = '' }) => (isAttesting(name) ? [narrative] : [])),
    years,
    statements: evidence
      .filter(({ name }) => !labels.has(name) && !isAttesting(name))
      .map(({ name, narrative }) => TEXTS[locale].labels.evidence(name ?? '', narrative ?? '')),
  };
}

/** The school years, and how the engagement stood on the judged day. A nameless badge shows no day. */
function periodOf(
  { award, credential }: Shown,
  years: { readonly first: SchoolYear; readonly last: SchoolYear },
): NonNullable<PortraitView['period']> {
  const { facts } = award.evaluation;
  if (facts.kind === 'establishment') return years;
  const areDaysShown = showsDays(award, credential.choice);
  if (isOngoing(facts)) {
    return { ...years, ongoingOn: areDaysShown ? facts.on : facts.schoolYear };
  }
  return { ...years, ...(areDaysShown && facts.engagedTo && { lastDay: facts.engagedTo }) };
}

/** One phrase for each mission of the framework that the met criteria name, otherwise for each family. */
function deedsOf({ catalogue, facts, locale }: Shown, metTexts: readonly string[]): PortraitView['deeds'] {
  const stated = metTexts.join(' ');
  const { framework } = catalogue;
  const named = [...framework.missions.values()].filter(({ label }) =>
    stated.includes(TEXTS[locale].criteria.missionName(label)),
  );
  const covered = servedFamilies(facts, framework);
  return framework.families.flatMap(({ code, does, sign }) => {
    if (!covered.includes(code)) return [];
    const missions = named.filter(({ family }) => family === code);
    const deeds = missions.length > 0 ? missions.map((mission) => mission.does) : [does];
    return deeds.map((words) => ({ sign, words: words[locale] }));
  });
}

type Evidence = BadgeDetails['facts']['evidence'];

/** The evidence in the served document, without the explanation of criteria, which is shown elsewhere. In
 *  English, it is translated only if the signed words are the same as today's; otherwise the signed words
 *  are shown. */
function servedEvidence(shown: Shown): Evidence {
  const { award, credential, criteria, facts, schoolNames, locale } = shown;
  const { criteriaMetName } = CREDENTIAL_TEXTS.fr;
  const served = facts.evidence.filter(({ name }) => name !== criteriaMetName);
  const { framework } = shown.catalogue;
  const input = { award, criteria, framework, choice: credential.choice, schoolNames };
  const ours = evidenceOf({ ...input, locale: 'fr' });
  const namesAndNarratives = (all: readonly { readonly name?: string; readonly narrative?: string }[]) =>
    all.map(({ name, narrative }) => `${name}\n${narrative}`).join('\n');
  return locale === 'en' && namesAndNarratives(served) === namesAndNarratives(ours)
    ? evidenceOf({ ...input, locale })
    : served;
}

/** Only the years that the evidence names. */
function yearsOf(facts: PersonFacts, evidence: Evidence, { locale }: Shown): readonly PortraitYear[] {
  const { years, schoolYear } = facts;
  const statements = new Map(evidence.map(({ name, narrative = '' }) => [name, narrative]));
  return years.flatMap(({ year, value }) => {
    // Where the signed words are shown in English, the names of the years are in French.
    const statement =
      statements.get(CREDENTIAL_TEXTS[locale].schoolYear(year)) ??
      statements.get(CREDENTIAL_TEXTS.fr.schoolYear(year));
    if (statement === undefined) return [];
    const isOpen = year === schoolYear && isOngoing(facts);
    return [{ year, value, isOpen, label: schoolYearLabel(year), statement }];
  });
}
