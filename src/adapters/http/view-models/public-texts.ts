import { phraseContext } from '../../../application/awards/evaluation-line.ts';
import type { Catalogue } from '../../../application/ports.ts';
import type { Ports } from '../../../application/service-ports.ts';
import { achievementOf } from '../../../catalogue/versions.ts';
import type { FormChoice } from '../../../domain/award/types.ts';
import type { Criteria } from '../../../domain/criteria/definition.ts';
import type { Finding } from '../../../domain/criteria/evaluation.ts';
import type { Rule } from '../../../domain/criteria/rule.ts';
import type { Locale } from '../../../issuing/achievement.ts';
import { titleInForm } from '../../../issuing/badge-title.ts';
import { criteriaTexts as en } from '../../../texts/en/criteria/page.ts';
import { errorTexts as errorsEn } from '../../../texts/en/errors/domain.ts';
import { pageTexts as pagesEn } from '../../../texts/en/pages.ts';
import { publicLabels as labelsEn } from '../../../texts/en/public/labels.ts';
import { verificationTexts as verificationEn } from '../../../texts/en/verification/report.ts';
import { criteriaTexts as fr } from '../../../texts/fr/criteria/page.ts';
import { errorTexts as errorsFr } from '../../../texts/fr/errors/domain.ts';
import { type PageTexts, pageTexts as pagesFr } from '../../../texts/fr/pages.ts';
import { publicLabels as labelsFr } from '../../../texts/fr/public/labels.ts';
import { verificationTexts as verificationFr } from '../../../texts/fr/verification/report.ts';
import { typographic } from '../../../texts/grammar.ts';
import { OFFICE } from '../../../texts/office.ts';
import { roleNames } from '../../../texts/role-names.ts';

/** Every text of the public side, by language. */
export const TEXTS = {
  fr: {
    pages: pagesFr(OFFICE),
    labels: labelsFr,
    criteria: fr,
    verification: verificationFr,
    errors: errorsFr(OFFICE),
  },
  en: {
    pages: pagesEn(OFFICE),
    labels: labelsEn,
    criteria: en,
    verification: verificationEn,
    errors: errorsEn(OFFICE),
  },
} as const;

/** The sentences of pages and refusals, with the office's name from the settings. */
export function textsOf({ settings, catalogue }: Pick<Ports, 'settings' | 'catalogue'>, locale: Locale) {
  const office = settings.office();
  const pages = locale === 'fr' ? pagesFr(office) : pagesEn(office);
  const errors = locale === 'fr' ? errorsFr(office) : errorsEn(office);
  return { pages: withRoles(pages, { framework: catalogue.framework, language: locale, office }), errors };
}

/** The pages with the office's own names of roles. Most offices have none. */
function withRoles(pages: PageTexts, named: Parameters<typeof roleNames>[1]): PageTexts {
  if (named.framework.roles.size === 0) return pages;
  return { ...pages, records: { ...pages.records, roles: roleNames(pages.records.roles, named) } };
}

/** Puts the rules of one version of the criteria into words. */
export function ruleTexts(catalogue: Catalogue, criteria: Criteria, locale: Locale) {
  const context = { ...phraseContext(catalogue, criteria, locale), onScreen: true };
  const texts = TEXTS[locale].criteria;
  return {
    requirement: (rule: Rule) => typographic(texts.requirement(rule, context)),
    /** A rule inside a year or window. The sentence begins with the name of the year or window. */
    requirementWithin: (rule: Rule, within: Rule) =>
      typographic(texts.within(texts.span(within), texts.requirement(rule, { ...context, bound: true }))),
  };
}

/** Puts the findings of an evaluation into words: the requirement, and how it is met or what is missing. */
export function findingTexts(
  catalogue: Catalogue,
  criteria: Criteria,
  locale: Locale,
  /** The form that the reader chose for their own badges, in which the badges are named. */
  form?: FormChoice,
) {
  const context = {
    ...phraseContext(catalogue, criteria, locale),
    onScreen: true,
    achievementName: (code: string) => titleInForm(achievementOf(criteria, code), locale, form),
  };
  const texts = TEXTS[locale].criteria;
  return {
    requirement: ({ requirement }: Finding) => typographic(texts.requirement(requirement, context)),
    missing: (finding: Finding) => typographic(texts.missing(finding, context)),
    lacking: (finding: Finding) => typographic(texts.lacking(finding, context)),
    met: (finding: Finding) => typographic(texts.met(finding, context)),
  };
}
