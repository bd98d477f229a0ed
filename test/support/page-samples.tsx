import type { Child } from 'hono/jsx';
import { ApiIndexPage } from '../../src/adapters/http/api/reference/api-index-page.tsx';
import { ApiReferencePage } from '../../src/adapters/http/api/reference/page.tsx';
import { ErrorPage } from '../../src/adapters/http/layout/error-page.tsx';
import { renderDocument } from '../../src/adapters/http/layout/html-document.tsx';
import { languageLinks, type PageContext } from '../../src/adapters/http/layout/page-context.ts';
import { AboutPage } from '../../src/adapters/http/public/about/page.tsx';
import { aboutFacts, accessibilityView } from '../../src/adapters/http/public/about/routes.tsx';
import { CataloguePage } from '../../src/adapters/http/public/badge/catalogue-page.tsx';
import { BadgePage } from '../../src/adapters/http/public/badge/page.tsx';
import { badgeView, catalogueView } from '../../src/adapters/http/public/badge/view.ts';
import { EmbedPage } from '../../src/adapters/http/public/credential/embed-page.tsx';
import { CredentialPage } from '../../src/adapters/http/public/credential/page.tsx';
import { PlainLanguagePage } from '../../src/adapters/http/public/easy/page.tsx';
import { FrameworkPage, MissionPage } from '../../src/adapters/http/public/framework/page.tsx';
import { frameworkView, missionView } from '../../src/adapters/http/public/framework/view.ts';
import { HomePage } from '../../src/adapters/http/public/home/page.tsx';
import { IssuerPage } from '../../src/adapters/http/public/issuer/page.tsx';
import { VerifyPage } from '../../src/adapters/http/public/verify/page.tsx';
import type { CredentialView } from '../../src/adapters/http/public/verify/verification-view.ts';
import type { ErrorKind } from '../../src/adapters/http/view-models/public-pages.ts';
import { achievementOf, publishedCatalogue } from '../../src/catalogue/versions.ts';
import type { LocalDate } from '../../src/domain/time/calendar.ts';
import type { Verdict } from '../../src/open-badges/verification/report.ts';
import { pageTexts as en } from '../../src/texts/en/pages.ts';
import { pageTexts as fr } from '../../src/texts/fr/pages.ts';
import { OFFICE } from '../../src/texts/office.ts';
import { apiIndexSample, apiSample } from './api-sample.ts';
import { credentialSample, sampleAbout, sampleReport } from './credential-sample.ts';
import { ENDORSEMENT } from './endorsement-sample.ts';
import { issuerSample } from './issuer-sample.ts';
import { hostileDocument } from './load/hostile-document.ts';
import { criteriaInForce, framework } from './office.ts';

const signOf = (code: string) => framework.families.find((one) => one.code === code)?.sign ?? NO_SIGN;
const NO_SIGN = { path: '', words: { fr: '', en: '' } };

export type SampleLocale = 'fr' | 'en';

export interface SamplePage {
  readonly name: string;
  readonly html: string;
}

const SAMPLE_ORIGIN = 'https://badges.ac-dijon.example';
const ISSUER = {
  code: 'DANE Dijon',
  name: 'DANE de Dijon',
  url: 'https://dane.ac-dijon.example/',
  academy: 'académie de Dijon',
};
const IN_FORCE = criteriaInForce('2026-11-24' as LocalDate);

/** A frame as the service would make it, for a page at `path`. */
export function samplePageContext(
  locale: SampleLocale,
  path: string,
  extra: Partial<PageContext> = {},
): PageContext {
  return {
    locale,
    t: (locale === 'fr' ? fr : en)(OFFICE),
    assets: { css: '/assets/jalon.css', publicCss: '/assets/public.css' },
    issuer: ISSUER,
    about: sampleAbout(locale),
    languages: languageLinks(path),
    canonicalUrl: SAMPLE_ORIGIN + path,
    indexed: true,
    demo: true,
    ...extra,
  };
}

/** The page of an operator who has set nothing yet. */
function aboutSample(locale: SampleLocale, name: 'privacy' | 'legal' | 'help') {
  const { unset, [name]: page } = (locale === 'fr' ? fr : en)(OFFICE).about;
  const issuer = { name: ISSUER.name, email: 'dane@ac-dijon.example' };
  return { ...page, sections: page.sections(aboutFacts({ operator: {}, issuer, unset })) };
}

/** Every page, with data of every kind that it can show. */
export function samplePages(locale: SampleLocale): readonly SamplePage[] {
  const page = (name: string, path: string, element: Child) => ({
    name,
    html: renderDocument(samplePageContext(locale, path), element),
  });
  const context = {
    catalogue: publishedCatalogue,
    origin: SAMPLE_ORIGIN,
    locale,
    inForce: IN_FORCE,
    office: 'DANE Dijon',
  };
  const catalogue = catalogueView(context);
  const expert = {
    definition: achievementOf(IN_FORCE, 'RUPN-EXP'),
    criteria: IN_FORCE,
    endorsements: [ENDORSEMENT],
  };
  const reference = { framework, origin: SAMPLE_ORIGIN, locale, office: 'DANE' };
  const around = { news: { blog: 'https://blog.example/' }, email: 'dane@ac-dijon.example' };
  const mission = missionView('C6', reference);
  if (!mission) throw new Error('The framework has lost mission C6');
  return [
    page('home', '/', <HomePage view={{ origin: SAMPLE_ORIGIN, badges: catalogue.badges }} />),
    page(
      'accessibility',
      '/accessibility',
      <AboutPage view={accessibilityView((locale === 'fr' ? fr : en)(OFFICE), 'dane@ac-dijon.example')} />,
    ),
    page('privacy', '/privacy', <AboutPage view={aboutSample(locale, 'privacy')} />),
    page('legal', '/legal', <AboutPage view={aboutSample(locale, 'legal')} />),
    page('help', '/help', <AboutPage view={aboutSample(locale, 'help')} />),
    page('catalogue', '/badges', <CataloguePage view={catalogue} />),
    page('badge', '/badges/RUPN-EXP', <BadgePage view={badgeView(expert, context)} />),
    page('framework', '/referentiel/rupn/v1', <FrameworkPage view={frameworkView(reference, around)} />),
    page('mission', '/referentiel/rupn/v1/missions/C6', <MissionPage view={mission} />),
    page('issuer', '/issuer', <IssuerPage view={issuerSample(ISSUER)} />),
    page('api-index', '/api/docs', <ApiIndexPage view={apiIndexSample()} />),
    page('api', '/api/docs/credentials', <ApiReferencePage view={apiSample()} />),
    ...credentialPages(locale),
    ...verifyPages(locale),
    ...errorPages(locale),
  ];
}

function credentialPages(locale: SampleLocale): readonly SamplePage[] {
  const card = { imageUrl: `${SAMPLE_ORIGIN}/credentials/x/preview.png`, imageAlt: 'RUPN confirmé·e' };
  const frame = samplePageContext(locale, '/credentials/x', {
    indexed: false,
    card,
    structuredData: { name: '</script>' },
  });
  const page = (verdict: Verdict, extra: Partial<CredentialView> = {}) => ({
    name: verdict === 'valid' ? 'credential' : `credential-${verdict}`,
    html: renderDocument(frame, <CredentialPage view={{ ...credentialSample(locale, verdict), ...extra }} />),
  });
  const { recipient: _, ...nameless } = credentialSample(locale, 'valid');
  const setAside = { at: '2026-10-02T08:00:00Z', reason: 'Délivré par erreur' } as never;
  const easy = (name: string, view: CredentialView, credential = {}) => ({
    name: `credential-easy-${name}`,
    html: renderDocument(
      frame,
      <PlainLanguagePage view={view} credential={credential} saysOwn={{ mission: false, issuer: false }} />,
    ),
  });
  return [
    page('valid'),
    page('expired'),
    page('revoked', { share: [] }),
    page('signature-not-valid'),
    { name: 'credential-nameless', html: renderDocument(frame, <CredentialPage view={nameless} />) },
    easy('valid', credentialSample(locale, 'valid')),
    easy('nameless', nameless),
    easy('expired', credentialSample(locale, 'expired')),
    easy('revoked', credentialSample(locale, 'revoked'), { revocation: setAside }),
    easy('forged', credentialSample(locale, 'signature-not-valid')),
  ];
}

/** The card for other people's pages: for a valid badge, an invalid one, and an unknown one. */
export function embedPages(locale: SampleLocale): readonly SamplePage[] {
  const frame = samplePageContext(locale, '/credentials/x/embed');
  const view = credentialSample(locale, 'valid');
  const page = (name: string, shown: Parameters<typeof EmbedPage>[0]['shown']) => ({
    name,
    html: renderDocument(frame, <EmbedPage shown={shown} />),
  });
  return [
    page('embed', { kind: 'found', view }),
    page('embed-revoked', { kind: 'found', view: credentialSample(locale, 'revoked') }),
    page('embed-nothing', { kind: 'not-found' }),
  ];
}

/** The longest page to print: seven criteria, eight years, every family, a long name. */
export function longestCredentialPage(): SamplePage {
  const sample = credentialSample('fr', 'valid');
  const years = Array.from({ length: 8 }, (_, index) => 2019 + index);
  const view: CredentialView = {
    ...sample,
    name: 'Administrateur·rice ENT et services',
    recipient: 'Marie-Françoise de La Tour-Maubourg',
    criteria: [...sample.criteria, ...sample.criteria.slice(0, 1)],
    portrait: {
      ...sample.portrait,
      deeds: [
        ...sample.portrait.deeds,
        { sign: signOf('B'), words: 'conseille la direction de l’établissement' },
        { sign: signOf('D'), words: 'relaie les informations du réseau académique' },
      ],
      schools: ['Collège Jean-François Champollion'],
      attested: [
        'Engagement confirmé par le chef d’établissement et, pour une partie, par la DANE, sur pièces.',
        'Badge accordé par décision de la DANE.',
      ],
      statements: [
        'Formations suivies : 42 h de formation, en 9 formations attestées. Participation à 8 rencontres ou classes virtuelles de la DANE.',
        'Contributions : 3 prises en main animées, 2 projets menés, 1 formation animée et 1 ressource partagée.',
      ],
      years: years.map((year) => ({
        year,
        value: 1,
        isOpen: false,
        label: `${year}-${year + 1}`,
        statement:
          'Une année entière d’engagement (303 jours). Établissement : Collège Jean-François Champollion.',
      })),
    },
  };
  const frame = samplePageContext('fr', '/credentials/x');
  return { name: 'credential-longest', html: renderDocument(frame, <CredentialPage view={view} />) };
}

function verifyPages(locale: SampleLocale): readonly SamplePage[] {
  const frame = samplePageContext(locale, '/verify');
  const page = (name: string, view: Parameters<typeof VerifyPage>[0]['view']) => ({
    name,
    html: renderDocument(frame, <VerifyPage view={view} />),
  });
  const document = hostileDocument();
  return [
    page('verify', {}),
    page('verify-error', {
      error: fr(OFFICE).errors.kinds['too-large'].text,
      values: { credential: 'https://x.example/b' },
      faulty: ['credential'],
    }),
    page('verify-stranger', {
      result: { report: sampleReport(locale, 'valid'), document, image: { source: 'none' } },
    }),
    page('verify-bad-signature', {
      result: { report: sampleReport(locale, 'signature-not-valid') },
    }),
    page('verify-not-verifiable', { result: { report: sampleReport(locale, 'not-verifiable') } }),
  ];
}

function errorPages(locale: SampleLocale): readonly SamplePage[] {
  const kinds: readonly (readonly [ErrorKind, number])[] = [
    ['not-found', 404],
    ['gone', 410],
    ['too-large', 413],
    ['unexpected', 500],
  ];
  return kinds.map(([kind, status]) => ({
    name: `error-${status}`,
    html: renderDocument(
      samplePageContext(locale, '/nowhere', { indexed: false }),
      <ErrorPage view={{ kind, status, requestId: '7f3c1a' }} />,
    ),
  }));
}
