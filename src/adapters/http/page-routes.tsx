import { type Context, Hono } from 'hono';
import type { PublicCredential } from '../../application/read-public-credential.ts';
import { localDateInParis } from '../../domain/time.ts';
import { achievementUrl, issuerUrl } from '../../openbadges/addresses.ts';
import type { AppDeps, AppEnv, Locale } from './env.ts';
import { achievementRoutes, type PublishedBadge } from './hosted/achievements.ts';
import { credentialRoutes } from './hosted/credentials.ts';
import { makePictures } from './hosted/pictures.ts';
import { answerError, answerPage, frameOf } from './page-answer.tsx';
import { ApiReferencePage } from './pages/api-reference.tsx';
import { BadgePage } from './pages/badge.tsx';
import { CataloguePage } from './pages/catalogue.tsx';
import { CredentialPage } from './pages/credential.tsx';
import { FrameworkPage, MissionPage } from './pages/framework.tsx';
import { HomePage } from './pages/home.tsx';
import { IssuerPage } from './pages/issuer.tsx';
import { badgeView, catalogueView, localised } from './present/badges.ts';
import { credentialView } from './present/credential.ts';
import { frameworkView, missionView } from './present/framework.ts';
import { issuerView } from './present/issuer.ts';
import { WORDS } from './present/words.ts';
import { listProblems } from './problem.ts';
import { respond } from './respond.ts';
import { verifyPageRoutes } from './verify-page-routes.tsx';

const LINKED_DATA = 'application/ld+json';

type Page = (c: Context<AppEnv>) => Response | Promise<Response>;

/** Every public page, and the images they show. */
export function pageRoutes(deps: AppDeps, openApiDocument: () => Readonly<Record<string, unknown>>) {
  const { ports } = deps;
  const { catalogue, origin, clock, issuer, keys } = ports;
  const pictures = makePictures(deps);
  const inForce = () => catalogue.criteriaInForce(localDateInParis(clock.now()));
  const contextOf = (locale: Locale) => ({ catalogue, origin, locale, inForce: inForce() });
  const notFound: Page = (c) => answerError(c, deps, { kind: 'not-found', status: 404 });
  const homeCard = (locale: Locale) => ({
    imageUrl: `${origin}/preview.png?lang=${locale}`,
    imageAlt: WORDS[locale].labels.card.home,
  });

  const home: Page = (c) => {
    const { locale } = c.var;
    const frame = frameOf(c, deps, { indexed: true, card: homeCard(locale) });
    const { badges } = catalogueView(contextOf(locale));
    return answerPage(c, <HomePage frame={frame} view={{ origin, badges }} />);
  };
  const badge = (c: Context<AppEnv>, { definition, criteria }: PublishedBadge) => {
    const { locale } = c.var;
    const reference = { code: definition.code, version: criteria.version };
    const view = badgeView({ definition, criteria }, contextOf(locale));
    const frame = frameOf(c, deps, {
      indexed: true,
      canonicalUrl: achievementUrl(origin, reference, locale),
      languages: {
        fr: `${achievementUrl('', reference, 'fr')}?lang=fr`,
        en: achievementUrl('', reference, 'en'),
      },
      card: {
        imageUrl: `${origin}${view.documentHref.replace(/\/en$/, '')}/preview.png?lang=${locale}`,
        imageAlt: view.image.alt,
      },
      alternates: [{ type: LINKED_DATA, href: view.documentHref }],
    });
    return answerPage(c, <BadgePage frame={frame} view={view} />);
  };
  const credential = async (c: Context<AppEnv>, read: PublicCredential) => {
    if (read.kind === 'erased') return answerError(c, deps, { kind: 'gone', status: 410 });
    if (read.kind === 'not-found') return notFound(c);
    return credentialPage(c, deps, read);
  };

  const routes = new Hono<AppEnv>()
    .get('/', home)
    .get('/preview.png', async (c) =>
      respond(c, { type: 'image/png', body: await pictures.homeCardPng(c.var.locale) }),
    )
    .get('/api/docs', (c) =>
      answerPage(
        c,
        <ApiReferencePage
          frame={frameOf(c, deps)}
          view={{
            document: openApiDocument(),
            documentHref: '/api/v1/openapi.json',
            problems: listProblems(),
          }}
        />,
      ),
    );
  routes.route('/', verifyPageRoutes(deps));
  routes.route('/', credentialRoutes({ deps, pictures, page: credential }));
  const pages = {
    catalogue: (c: Context<AppEnv>) =>
      answerPage(
        c,
        <CataloguePage
          frame={frameOf(c, deps, { indexed: true, card: homeCard(c.var.locale) })}
          view={catalogueView(contextOf(c.var.locale))}
        />,
      ),
    badge,
    framework: (c: Context<AppEnv>) =>
      answerPage(
        c,
        <FrameworkPage
          frame={frameOf(c, deps, { indexed: true })}
          view={frameworkView({ framework: catalogue.framework, origin, locale: c.var.locale })}
        />,
      ),
    mission: (c: Context<AppEnv>, code: string) => {
      const view = missionView(code, { framework: catalogue.framework, origin, locale: c.var.locale });
      return view
        ? answerPage(c, <MissionPage frame={frameOf(c, deps, { indexed: true })} view={view} />)
        : notFound(c);
    },
    issuer: (c: Context<AppEnv>) =>
      answerPage(
        c,
        <IssuerPage
          frame={frameOf(c, deps, {
            indexed: true,
            canonicalUrl: issuerUrl(origin),
            alternates: [{ type: LINKED_DATA, href: localised('/issuer', c.var.locale) }],
          })}
          view={issuerView({ issuer, keys, origin, locale: c.var.locale })}
        />,
      ),
    notFound,
  };
  routes.route('/', achievementRoutes({ deps, pictures, pages }));
  return { routes, notFound };
}

/** The page that matters most: verified anew each time, by the standard's road. */
async function credentialPage(
  c: Context<AppEnv>,
  deps: AppDeps,
  found: Extract<PublicCredential, { kind: 'found' }>,
): Promise<Response> {
  const { locale } = c.var;
  const { award, credential } = found;
  const report = await deps.verify({ kind: 'bytes', bytes: new TextEncoder().encode(credential.document) });
  const view = await credentialView(deps, {
    award,
    credential,
    report,
    checkedAt: deps.ports.clock.now(),
    locale,
  });
  const frame = frameOf(c, deps, {
    // Only its holder's choice makes a badge's page known to search engines.
    indexed: credential.choice.visibility === 'public',
    canonicalUrl: view.pageUrl,
    card: { imageUrl: `${view.pageUrl}/preview.png?lang=${locale}`, imageAlt: view.image.alt },
    alternates: [{ type: 'application/vc+ld+json', href: `${view.pageUrl}.json` }],
    structuredData: {
      '@context': 'https://schema.org',
      '@type': 'EducationalOccupationalCredential',
      url: view.pageUrl,
      name: view.name,
      description: view.description,
      credentialCategory: 'badge',
      dateCreated: view.awardedOn,
      ...(view.validUntil && { expires: view.validUntil }),
      recognizedBy: { '@type': 'Organization', name: deps.ports.issuer.name, url: deps.ports.issuer.url },
    },
  });
  return answerPage(c, <CredentialPage frame={frame} view={view} />);
}
