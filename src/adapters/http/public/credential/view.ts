import { publicFactsOf } from '#open-badges/credential';
import { criteriaAsTexts } from '../../../../application/awards/criteria-met.ts';
import { digestOfFile } from '../../../../application/badge-log/digests.ts';
import type { IssuerConfig } from '../../../../application/ports.ts';
import { achievementOf } from '../../../../catalogue/versions.ts';
import { renewalsOf } from '../../../../domain/award/renewals.ts';
import type { Award, IssuedCredential } from '../../../../domain/award/types.ts';
import { retiredSince } from '../../../../domain/criteria/badge-change.ts';
import {
  type AchievementDefinition,
  type Criteria,
  hasEnglish,
} from '../../../../domain/criteria/definition.ts';
import { inLanguage } from '../../../../domain/engagement/mission.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { awardedWhen } from '../../../../domain/holder/awarded-date.ts';
import { compact } from '../../../../domain/text/omit-undefined.ts';
import { localDateInParis } from '../../../../domain/time/calendar.ts';
import { CREDENTIAL_TEXTS } from '../../../../issuing/achievement.ts';
import { achievementUrl, credentialUrl } from '../../../../issuing/addresses.ts';
import { servedTitle } from '../../../../issuing/badge-title.ts';
import { endorsementsIn } from '../../../../issuing/endorsement.ts';
import { typographic } from '../../../../texts/grammar.ts';
import type { AppDeps, Locale } from '../../env.ts';
import { ownPath } from '../../responses/url-path.ts';
import { aboutTexts } from '../../view-models/about-service.ts';
import type { ShareTexts } from '../../view-models/public-pages.ts';
import { TEXTS } from '../../view-models/public-texts.ts';
import { badgeAlignments } from '../framework/alignments.ts';
import { reportView } from '../verify/report-view.ts';
import type { CredentialView } from '../verify/verification-view.ts';
import type { BadgeDetails, ShownBadge } from './badge-details.ts';
import { badgeFileName } from './badge-file-name.ts';
import { pictureAsText } from './badge-picture.ts';
import { EMBED_SIZE } from './embed-page.tsx';
import { portraitView } from './portrait-view.ts';
import {
  embedFrameHtml,
  embedHtml,
  linkedInPostUrl,
  linkedInProfileUrl,
  mailUrl,
  verifierPlusUrl,
} from './share-links.ts';
import { shareTextsOf } from './share-texts.ts';
import { readShownSchools } from './shown-schools.ts';

const FORMS = ['pdf', 'png', 'svg', 'json', 'jws'] as const;

/** The verification page of one of our badges: the content of its served document, in the reader's
 *  language. */
export async function credentialView({ ports }: AppDeps, shown: ShownBadge): Promise<CredentialView> {
  const { award, credential, report, locale } = shown;
  const { catalogue, origin, store } = ports;
  const criteria = catalogue.criteriaVersion(award.version);
  if (!criteria) throw new DomainError('unknown-achievement', { version: award.version });
  const definition = achievementOf(criteria, award.achievement);
  const facts = publicFactsOf(JSON.parse(credential.document));
  const schoolNames = await readShownSchools(store, shown);
  const pageUrl = credentialUrl(origin, credential.id);
  const renewal = await renewalOf(store, shown);
  const details: BadgeDetails = { ...shown, criteria, definition, facts, schoolNames };
  const criteriaShown = criteriaViews(catalogue, details);
  const name = servedTitle(definition, shown, locale);
  const issuerName = facts.issuer.name ?? ports.issuer.name;
  const badge = {
    name,
    recipient: facts.holderName || undefined,
    recipientKind: award.recipient.kind,
    report: reportOf(shown, facts),
  };
  const shareWords = shareTextsOf(ports, { badge, issuerName, pageUrl, locale });
  return compact({
    ...badge,
    description: inLanguage(definition.description, locale),
    ...(locale === 'en' && !definition.description.en && { descriptionLang: 'fr' as const }),
    image: {
      src: ownPath(`${pageUrl}/image.svg`),
      alt: pictureAsText({ definition, issued: shown }, { catalogue, office: ports.issuer.code, locale }),
    },
    awarded: awardedWhen(award, credential.choice),
    validUntil: award.validUntil,
    setAside: credential.suspension ? 'suspended' : credential.revocation && 'revoked',
    renewal,
    retiredSince: retiredBy(ports, definition),
    // In a preview nothing is signed yet, and the words are those that would be.
    endorsements: endorsementsIn(origin, JSON.parse(credential.document)).filter(
      ({ id }) =>
        credential.jws === '' ||
        report.inner?.some((one) => one.id === id && one.kind === 'endorsement' && one.verified),
    ),
    portrait: portraitView(
      { ...details, catalogue },
      criteriaShown.map(({ explanation = '' }) => explanation),
    ),
    about: aboutTexts(ports, locale, issuerName),
    issuerName,
    criteria: criteriaShown,
    criteriaVersion: award.version,
    badgeHref: badgeAddress(definition, { version: award.version, origin, locale }),
    ...badgeAlignments(definition, { catalogue, origin, locale }),
    pageUrl,
    qrHref: ownPath(`${pageUrl}/qr.svg`),
    shareWords,
    ...sharing({
      shareWords,
      award,
      credential,
      name,
      fileName: badgeFileName(definition, shown),
      pageUrl,
      issuer: ports.issuer,
      locale,
      isLogged: (await store.readLogEntryOf(await digestOfFile(credential.jws))) !== undefined,
    }),
  });
}

/** The address of the badge in the language of the page, or in French if the badge has no English. */
function badgeAddress(
  definition: AchievementDefinition,
  {
    version,
    origin,
    locale,
  }: Pick<Criteria, 'version'> & { readonly origin: string; readonly locale: Locale },
): string {
  const { code } = definition;
  return achievementUrl(origin, { code, version }, hasEnglish(definition) ? locale : 'fr');
}

/** The day since which the badge is no longer awarded. */
function retiredBy({ catalogue, clock }: AppDeps['ports'], { code }: BadgeDetails['definition']) {
  return retiredSince(catalogue.versions(), { code, today: localDateInParis(clock.now()) });
}

function reportOf({ report, credential, checkedAt, locale }: ShownBadge, facts: BadgeDetails['facts']) {
  const { revocation, suspension } = credential;
  return reportView(report, {
    texts: TEXTS[locale].verification,
    checkedAt,
    facts,
    ...(revocation && { revocation }),
    ...(suspension && { suspension }),
  });
}

/** The newer and the older badge of the same kind, where they may be named. Only a badge that ends is renewed. */
async function renewalOf(
  store: AppDeps['ports']['store'],
  shown: ShownBadge,
): Promise<CredentialView['renewal']> {
  const { award, credential } = shown;
  if (award.validUntil === undefined) return undefined;
  const { newer, older } = renewalsOf({ award, credential }, await store.readAwardsOf([award.recipient]));
  const linkOf = (one: typeof newer) =>
    one?.credential && {
      href: `/credentials/${one.credential.id}`,
      awarded: awardedWhen(one.award, one.credential.choice),
      ...(one.award.validUntil && { validUntil: one.award.validUntil }),
    };
  const links = { newer: linkOf(newer), older: linkOf(older) };
  return links.newer || links.older ? links : undefined;
}

/** The explanation of how each criterion is met, from the served document. */
function criteriaViews(
  catalogue: AppDeps['ports']['catalogue'],
  { award, criteria, facts, locale }: BadgeDetails,
) {
  const stated = facts.evidence.map(({ narrative = '' }) => narrative).join('\n');
  // Older badges name missions and families by their codes.
  const [names, codes] = (['names', 'codes'] as const).map((naming) =>
    criteriaAsTexts(catalogue, { award, criteria }, 'fr', naming).map(
      ({ requirement, met }) =>
        met !== undefined && stated.includes(CREDENTIAL_TEXTS.fr.criterionMet(requirement, met)),
    ),
  );
  return criteriaAsTexts(catalogue, { award, criteria }, locale).map(({ requirement, met }, index) => ({
    requirement: typographic(requirement),
    ...(met !== undefined && {
      met: true,
      ...((names?.[index] || codes?.[index]) && { explanation: typographic(met) }),
    }),
  }));
}

interface SharedBadge {
  readonly award: Award;
  readonly credential: IssuedCredential;
  readonly shareWords: ShareTexts;
  /** The name in its page's title. */
  readonly name: string;
  /** Without extension. */
  readonly fileName: string;
  /** Absolute address. */
  readonly pageUrl: string;
  readonly issuer: Pick<IssuerConfig, 'name' | 'linkedInId'>;
  readonly locale: Locale;
  /** Whether the log of signed badges contains it, which happens within a minute. */
  readonly isLogged: boolean;
}

type Sharing = Pick<
  CredentialView,
  'downloads' | 'share' | 'profile' | 'embedHtml' | 'embedFrameHtml' | 'verifyElsewhere'
>;

/** Files, links and code for sharing a badge. For a revoked or suspended badge only its document is offered,
 *  so that it can be checked. */
function sharing(badge: SharedBadge): Sharing {
  const { fileName, pageUrl, locale } = badge;
  const { labels, pages } = TEXTS[locale];
  const { forms } = labels;
  const { revocation, suspension } = badge.credential;
  const stands = !revocation && !suspension;
  const proof = { label: 'TLOG-PROOF', href: `${pageUrl}.tlog-proof`, note: pages.badgeLog.proof };
  const files = (stands ? FORMS : (['json'] as const)).map((form) => ({
    label: form.toUpperCase(),
    href: form === 'pdf' && locale === 'en' ? `${pageUrl}.pdf?lang=en` : `${pageUrl}.${form}`,
    note: forms[form],
    download: `${fileName}.${form}`,
  }));
  return {
    downloads: badge.isLogged ? [...files, { ...proof, download: `${fileName}.tlog-proof` }] : files,
    ...(stands ? standing(badge) : { share: [] }),
    verifyElsewhere: [{ label: 'VerifierPlus', href: verifierPlusUrl(`${pageUrl}.json`) }],
  };
}

function standing(badge: SharedBadge): Omit<Sharing, 'downloads' | 'verifyElsewhere'> {
  const { award, name, pageUrl, issuer, locale } = badge;
  const { share } = TEXTS[locale].labels;
  // The holder's name is left out, because pasted HTML would still show it after they hide it.
  const alt = share.embedAlt(name, issuer.name);
  return {
    share: [
      { label: share.linkedInPost, href: linkedInPostUrl(pageUrl) },
      { label: share.mail, href: mailUrl(badge.shareWords) },
    ],
    ...(award.recipient.kind === 'person' && {
      profile: { label: share.linkedInProfile, href: profileUrl(badge) },
    }),
    embedHtml: embedHtml({ pageUrl, imageUrl: `${pageUrl}.png`, alt }),
    embedFrameHtml: embedFrameHtml({ src: `${pageUrl}/embed`, title: alt, ...EMBED_SIZE }),
  };
}

function profileUrl({ award, credential, name, pageUrl, issuer }: SharedBadge): string {
  return linkedInProfileUrl({
    name,
    organizationName: issuer.name,
    organizationId: issuer.linkedInId,
    awarded: awardedWhen(award, credential.choice),
    ...(award.validUntil && { validUntil: award.validUntil }),
    pageUrl,
    credentialId: credential.id,
  });
}
