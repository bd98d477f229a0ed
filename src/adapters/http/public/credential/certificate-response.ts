import type { Context } from 'hono';
import { MEDIA_TYPES } from '#open-badges/credential';
import type { CertificateContent } from '../../../../application/papers/certificate.ts';
import type { IssuedCredential } from '../../../../domain/award/types.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { CREDENTIAL_TEXTS } from '../../../../issuing/achievement.ts';
import { certificateTexts as english } from '../../../../texts/en/public/certificate.ts';
import { certificateTexts as french } from '../../../../texts/fr/public/certificate.ts';
import type { AppDeps, AppEnv, Locale } from '../../env.ts';
import { preferredType } from '../../responses/content-negotiation.ts';
import { problem } from '../../responses/problem-details.ts';
import { respond } from '../../responses/public-document.ts';
import { TEXTS } from '../../view-models/public-texts.ts';
import type { CredentialView } from '../verify/verification-view.ts';
import { definitionOf, type FoundCredential } from './definition.ts';
import { periodAsText } from './headline.ts';
import type { Pictures } from './pictures.ts';
import { readCredentialView } from './response.tsx';
import { takeTurn } from './verification-queue.ts';

/** The name of the attached file, which other issuers use too. */
const ATTACHED_NAME = 'credential.json';

type AnswerPage = (c: Context<AppEnv>, found: FoundCredential) => Response | Promise<Response>;

/** Answers the certificate of a badge, in French like the badge unless the address asks for English. A
 *  revoked badge has no certificate: its page explains why, with 410. A suspended badge has none for now:
 *  409. */
export function answerCertificate(deps: AppDeps, pictures: Pictures, page: AnswerPage) {
  const { catalogue, issuer, origin } = deps.ports;
  return async (c: Context<AppEnv>, found: FoundCredential): Promise<Response> => {
    const { award, credential } = found;
    if (credential.revocation || credential.suspension) return answerSetAside(c, found, page);
    const locale = c.req.query('lang') === 'en' ? 'en' : 'fr';
    const view = await takeTurn(c, deps, () => readCredentialView(c, deps, found, locale));
    // A key was compromised, so nothing of the badge may be shown before it is signed again.
    if (view.report.verdict === 'signature-not-valid') return problem(c, new DomainError('unavailable'));
    const drawing = pictures.holderSvg(definitionOf(catalogue, award), found);
    const png = await pictures.badgePng(drawing);
    const content = certificateOf({ view, credential, png, issuerName: issuer.name, origin, locale });
    const body = await deps.drawer.drawCertificate(content);
    return respond(c, { type: MEDIA_TYPES.pdf, body });
  };
}

/** People get the page, which explains since when and why the badge is revoked or suspended. */
async function answerSetAside(
  c: Context<AppEnv>,
  found: FoundCredential,
  page: AnswerPage,
): Promise<Response> {
  c.header('Content-Disposition', undefined);
  const wanted = preferredType(c.req.header('Accept'), ['text/html', MEDIA_TYPES.pdf]);
  const isRevoked = found.credential.revocation !== undefined;
  if (wanted !== 'text/html') {
    return problem(c, new DomainError(isRevoked ? 'credential-revoked' : 'credential-suspended'));
  }
  const { body, headers } = await page(c, found);
  return new Response(body, { status: isRevoked ? 410 : 409, headers });
}

interface Certified {
  readonly view: CredentialView;
  readonly credential: IssuedCredential;
  readonly png: Uint8Array;
  readonly issuerName: string;
  readonly origin: string;
  readonly locale: Locale;
}

/** The certificate of a badge, with the content of its page. */
function certificateOf(certified: Certified): CertificateContent {
  const { view, credential, png, issuerName, origin, locale } = certified;
  const texts = textsOf(locale);
  return {
    language: texts.language,
    headline: headlineOf(certified),
    kind: texts.kind,
    issuerName,
    picture: { png, alternative: view.image.alt },
    delivered: deliveryAsTexts(certified),
    description: view.description,
    explanation: `${view.about.mission} ${view.about.delivered}`,
    figures: view.portrait.figures,
    recognised: { heading: texts.recognised, statements: statementsOf(view, locale) },
    check: {
      heading: texts.check,
      caption: texts.caption,
      address: view.pageUrl,
      alternative: texts.alternative(view.pageUrl),
      note: texts.note(ATTACHED_NAME, `${origin}/verify`),
    },
    attached: {
      name: ATTACHED_NAME,
      type: MEDIA_TYPES.vcLdJson,
      description: texts.attached,
      text: credential.document,
    },
    madeAt: credential.validFrom,
  };
}

function textsOf(locale: Locale): typeof french {
  return locale === 'en' ? english : french;
}

/** The sentence that the badge's page has while the badge is valid. Paper cannot show later changes. */
function headlineOf({ view: { name, recipient, recipientKind }, locale }: Certified): string {
  if (recipient === undefined || recipientKind === 'establishment') return name;
  return TEXTS[locale].pages.credential.personIs(recipient, name);
}

function deliveryAsTexts({ view, issuerName, locale }: Certified): readonly string[] {
  const { pages } = TEXTS[locale];
  const day = (date: string) => pages.day(date).replaceAll(' ', '\u00a0');
  const { credential: words } = pages;
  const texts = textsOf(locale);
  const { recipient, recipientKind, awarded, validUntil } = view;
  const when = pages.awarded(awarded).replaceAll(' ', '\u00a0');
  // The headline already contains a person's name.
  const school = recipientKind === 'establishment' ? recipient : undefined;
  return [
    ...(recipient === undefined && recipientKind === 'person' ? [words.hiddenName] : []),
    texts.sentence(words.delivered(issuerName, when, school && words.toSchool(school))),
    ...(validUntil ? [texts.sentence(words.validUntil(day(validUntil)))] : []),
  ];
}

function statementsOf(
  { portrait, recipient, recipientKind }: CredentialView,
  locale: Locale,
): readonly string[] {
  const { period, years, schools, deeds, attested, statements } = portrait;
  const texts = textsOf(locale);
  const doer = recipientKind === 'establishment' ? texts.thisTeam : (recipient ?? texts.thisPerson);
  const labels = years.map(({ label, value, isOpen }) =>
    value === 1 ? label : value > 0 ? texts.halfYear(label) : texts.shortYear(label, isOpen),
  );
  return [
    ...(period && recipientKind === 'person'
      ? [texts.period(periodAsText(period, TEXTS[locale].pages))]
      : []),
    ...(labels.length > 0 ? [texts.years(labels)] : []),
    ...(schools.length > 0 ? [CREDENTIAL_TEXTS[locale].schools(schools)] : []),
    ...(deeds.length > 0
      ? [
          texts.deeds(
            doer,
            deeds.map(({ words }) => words),
          ),
        ]
      : []),
    ...attested,
    ...statements,
  ];
}
