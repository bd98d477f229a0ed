import { criteriaWords } from '../../../../application/awards/criteria-met.ts';
import { achievementOf } from '../../../../catalogue/catalogue.ts';
import type { Award, IssuedCredential } from '../../../../domain/award/award-types.ts';
import type { AchievementDefinition, Criteria } from '../../../../domain/criteria/criteria.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { PersonFacts, TeamFacts } from '../../../../domain/facts/facts.ts';
import type { Instant } from '../../../../domain/time/time.ts';
import type { Uai } from '../../../../domain/uai.ts';
import { CREDENTIAL_TEXTS } from '../../../../openbadges/achievement.ts';
import { achievementUrl, credentialUrl } from '../../../../openbadges/addresses.ts';
import { servedTitle } from '../../../../openbadges/badge-title.ts';
import { evidenceOf, trainingHoursOf } from '../../../../openbadges/evidence.ts';
import { type PublicFacts, publicFactsOf } from '../../../../openbadges/public-facts.ts';
import type { VerificationReport } from '../../../../openbadges/report.ts';
import { typographic } from '../../../../texts/typographic.ts';
import type { AppDeps, Locale } from '../../env.ts';
import { WORDS } from '../../shell/words.ts';
import { badgeAlignments } from '../framework/alignments.ts';
import { reportView } from '../verify/report-view.ts';
import type { CredentialView, RecognisedView } from '../verify/verification-view.ts';
import { pictureWords } from './badge-drawing.ts';
import { badgeFileName } from './badge-file-name.ts';
import { sharing } from './sharing.ts';

interface Shown {
  readonly award: Award;
  readonly credential: IssuedCredential;
  readonly report: VerificationReport;
  readonly checkedAt: Instant;
  readonly locale: Locale;
}

interface Details extends Shown {
  readonly criteria: Criteria;
  readonly definition: AchievementDefinition;
  readonly facts: PublicFacts;
  readonly pageUrl: string;
  readonly schoolNames: ReadonlyMap<Uai, string>;
}

/** The verification page of one of our badges: the content of its served document, in the reader's
 *  language. */
export async function credentialView({ ports }: AppDeps, shown: Shown): Promise<CredentialView> {
  const { award, credential, report, locale } = shown;
  const { catalogue, origin, store } = ports;
  const criteria = catalogue.criteriaVersion(award.version);
  if (!criteria) throw new DomainError('unknown-achievement', { version: award.version });
  const definition = achievementOf(criteria, award.achievement);
  const facts = publicFactsOf(JSON.parse(credential.document));
  // Schools are read only where the badge shows them, so that they cannot be shown by mistake.
  const showsSchools = credential.choice.showSchools || award.recipient.kind === 'establishment';
  const uais = showsSchools ? schoolsOf(award) : [];
  const schools = await store.readEstablishments(uais);
  const schoolNames = new Map(schools.map(({ uai, name }) => [uai, name]));
  const pageUrl = credentialUrl(origin, credential.id);
  const details: Details = { ...shown, criteria, definition, facts, pageUrl, schoolNames };
  const badge = { code: definition.code, version: award.version };
  const name = servedTitle(definition, shown, locale);
  const { revocation } = credential;
  return {
    name,
    description: definition.description[locale],
    image: {
      src: `${pageUrl}/image.svg`,
      alt: pictureWords({ definition, issued: shown }, { catalogue, office: ports.issuer.code, locale }),
    },
    ...(facts.holderName && { recipient: facts.holderName }),
    recipientKind: award.recipient.kind,
    awardedOn: award.grantedAt,
    ...(award.validUntil && { validUntil: award.validUntil }),
    report: reportView(report, {
      locale,
      checkedAt: shown.checkedAt,
      facts,
      ...(revocation && { revocation }),
    }),
    revoked: revocation !== undefined,
    recognised: recognisedView(details, catalogue.framework.families),
    criteria: criteriaViews(ports.catalogue, details),
    criteriaVersion: award.version,
    badgeHref: achievementUrl(origin, badge, locale),
    ...badgeAlignments(definition, { catalogue, origin, locale }),
    pageUrl,
    qrHref: `${pageUrl}/qr.svg`,
    ...sharing({
      award,
      credential,
      name,
      fileName: badgeFileName(definition, shown),
      pageUrl,
      issuerName: ports.issuer.name,
      locale,
    }),
  };
}

function schoolsOf({ evaluation: { facts } }: Award): readonly Uai[] {
  return facts.kind === 'establishment' ? [facts.uai] : [...new Set(facts.years.flatMap(({ uais }) => uais))];
}

/** How each criterion is met, where the served document says so. */
function criteriaViews(
  catalogue: AppDeps['ports']['catalogue'],
  { award, criteria, facts, locale }: Details,
) {
  const said = facts.evidence.map(({ narrative = '' }) => narrative).join('\n');
  const asSigned = criteriaWords(catalogue, { award, criteria }, 'fr').map(
    ({ requirement, met }) =>
      met !== undefined && said.includes(CREDENTIAL_TEXTS.fr.criterionMet(requirement, met)),
  );
  return criteriaWords(catalogue, { award, criteria }, locale).map(({ requirement, met }, index) => ({
    requirement,
    ...(met !== undefined && { met: true, ...(asSigned[index] && { explanation: met }) }),
  }));
}

type Families = AppDeps['ports']['catalogue']['framework']['families'];

function recognisedView(details: Details, families: Families): RecognisedView {
  const { award, locale } = details;
  const { facts } = award.evaluation;
  const evidence = servedEvidence(details);
  const covered = new Set(facts.families);
  return {
    ...(facts.kind === 'person' ? engagement(facts, evidence, locale) : team(facts)),
    families: families
      .filter(({ code }) => covered.has(code))
      .map(({ code, label }) => ({ code, label: typographic(label[locale]) })),
    trainingHours: trainingHoursOf(facts),
    statements: evidence
      .filter(({ name }) => facts.kind === 'establishment' || !yearNames(facts, locale).has(name))
      .map(({ name, narrative }) => WORDS[locale].labels.evidence(name ?? '', narrative ?? '')),
  };
}

/** The evidence in the served document, without the explanation of criteria, which is shown elsewhere. It is
 *  shown in English too, as long as the signed words are those that would be signed today; otherwise the
 *  signed words are shown. */
function servedEvidence({ award, credential, criteria, facts, schoolNames, locale }: Details) {
  const { criteriaMetName } = CREDENTIAL_TEXTS.fr;
  const served = facts.evidence.filter(({ name }) => name !== criteriaMetName);
  const input = { award, criteria, choice: credential.choice, schoolNames };
  const ours = evidenceOf({ ...input, locale: 'fr' });
  const says = (all: readonly { readonly name?: string; readonly narrative?: string }[]) =>
    all.map(({ name, narrative }) => `${name}\n${narrative}`).join('\n');
  return locale === 'en' && says(served) === says(ours) ? evidenceOf({ ...input, locale }) : served;
}

/** The school years by the names that evidence gives them. */
function yearNames({ years }: PersonFacts, locale: Locale): ReadonlyMap<string | undefined, number> {
  return new Map(years.map(({ year }) => [CREDENTIAL_TEXTS[locale].schoolYear(year), year]));
}

function engagement(
  facts: PersonFacts,
  evidence: Details['facts']['evidence'],
  locale: Locale,
): Partial<RecognisedView> {
  const names = yearNames(facts, locale);
  const statements = new Map(evidence.map(({ name, narrative }) => [names.get(name), narrative]));
  // Only the years that the evidence names.
  const years = facts.years.filter(({ value, covered }) => value > 0 || covered.length > 0);
  const [first, last] = [years[0], years.at(-1)];
  const { labels } = WORDS[locale];
  return {
    years: facts.duration,
    ...(first && last && { from: first.year, to: last.year + 1 }),
    timeline: years.map(({ year, value }) => ({
      label: `${year}-${year + 1}`,
      value,
      valueLabel: labels.yearValue(value),
      ...(statements.get(year) !== undefined && { statement: statements.get(year) ?? '' }),
    })),
  };
}

function team(facts: TeamFacts): Partial<RecognisedView> {
  return { from: facts.schoolYear, to: facts.schoolYear + 1 };
}
