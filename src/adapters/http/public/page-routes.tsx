import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { PublicCredential } from '../../../application/credentials/read-public.ts';
import { hasEnglish } from '../../../domain/criteria/definition.ts';
import { localDateInParis } from '../../../domain/time/calendar.ts';
import { publicProfilePages } from '../../../features/public-profiles/public.tsx';
import { achievementUrl, issuerUrl } from '../../../issuing/addresses.ts';
import { referenceRoutes } from '../api/reference/routes.tsx';
import { cacheResponse } from '../cache/middleware.ts';
import type { AppDeps, AppEnv, Locale } from '../env.ts';
import { answerError, answerPage, pageContextOf } from '../responses/page.tsx';
import { respond } from '../responses/public-document.ts';
import { TEXTS } from '../view-models/public-texts.ts';
import { aboutRoutes } from './about/routes.tsx';
import { achievementRoutes } from './badge/achievement-routes.ts';
import { CataloguePage } from './badge/catalogue-page.tsx';
import { BadgePage } from './badge/page.tsx';
import type { PublishedBadge } from './badge/versions.ts';
import { badgeView, catalogueView, localised } from './badge/view.ts';
import { oembedRoutes } from './credential/oembed.ts';
import type { Pictures } from './credential/pictures.ts';
import { answerAbsent, answerCredentialPage, answerEasyPage, answerEmbed } from './credential/response.tsx';
import { credentialRoutes } from './credential/routes.ts';
import { takeTurn } from './credential/verification-queue.ts';
import { FrameworkPage, MissionPage } from './framework/page.tsx';
import { frameworkView, missionView } from './framework/view.ts';
import { HomePage } from './home/page.tsx';
import { siteFiles } from './home/site-files.ts';
import { IssuerPage, issuerView } from './issuer/page.tsx';
import { verifyPageRoutes } from './verify/routes.tsx';

const LINKED_DATA = 'application/ld+json';

type Answer = Response | Promise<Response>;

/** Every public page, and the images they show. */
export function pageRoutes(
  deps: AppDeps,
  {
    pictures,
    openApiDocument,
  }: { pictures: Pictures; openApiDocument: () => Readonly<Record<string, unknown>> },
) {
  const pages = { ...makeBadgePages(deps), ...makeReferencePages(deps) };
  const ofBadge =
    (answer: typeof answerCredentialPage) =>
    (c: Context<AppEnv>, read: PublicCredential): Answer => {
      if (read.kind === 'erased') return answerError(c, deps, { kind: 'gone', status: 410 });
      if (read.kind === 'not-found') return answerAbsent(c, deps);
      return takeTurn(c, deps, () => answer(c, deps, read));
    };
  const [credential, easy] = [ofBadge(answerCredentialPage), ofBadge(answerEasyPage)];
  const keep: MiddlewareHandler<AppEnv> = async (c, next) => {
    await cacheResponse(c, deps, { kind: 'service' }, { outage: 'page' });
    await next();
  };
  const routes = new Hono<AppEnv>().get('/', keep, pages.home).get('/preview.png', keep, async (c) =>
    respond(c, {
      type: 'image/png',
      body: await pictures.homeCardPng(c.var.locale),
      vary: 'Accept-Language',
    }),
  );
  routes.route('/', referenceRoutes(deps, { keep, openApiDocument }));
  routes.route('/', aboutRoutes(deps, keep));
  routes.route('/', verifyPageRoutes(deps));
  const card = (c: Context<AppEnv>, read: PublicCredential): Answer => answerEmbed(c, deps, read);
  routes.route('/', credentialRoutes({ deps, pictures, page: credential, card, easy }));
  routes.route('/', oembedRoutes(deps));
  routes.route('/', publicProfilePages(deps));
  routes.route('/', siteFiles(deps, pictures));
  routes.route('/', achievementRoutes({ deps, pictures, pages }));
  return { routes, notFound: pages.notFound };
}

/** Home, the catalogue, and each badge in each version. */
function makeBadgePages(deps: AppDeps) {
  const { catalogue, origin, clock, issuer } = deps.ports;
  const contextOf = (locale: Locale) => {
    const inForce = catalogue.criteriaInForce(localDateInParis(clock.now()));
    return { catalogue, origin, locale, inForce, office: issuer.code };
  };
  const indexedPageContext = (c: Context<AppEnv>) => {
    const { locale } = c.var;
    const imageUrl = `${origin}/preview.png?lang=${locale}`;
    return pageContextOf(c, deps, {
      indexed: true,
      card: { imageUrl, imageAlt: TEXTS[locale].labels.card.home },
    });
  };
  return {
    home: (c: Context<AppEnv>): Answer => {
      const { badges } = catalogueView(contextOf(c.var.locale));
      const { welcome } = deps.ports.settings.words();
      return answerPage(c, indexedPageContext(c), <HomePage view={{ origin, badges, welcome }} />);
    },
    catalogue: (c: Context<AppEnv>): Answer =>
      answerPage(c, indexedPageContext(c), <CataloguePage view={catalogueView(contextOf(c.var.locale))} />),
    badge: (c: Context<AppEnv>, { definition, criteria, endorsements }: PublishedBadge): Answer => {
      const { locale } = c.var;
      const reference = { code: definition.code, version: criteria.version };
      const view = badgeView({ definition, criteria, endorsements }, contextOf(locale));
      const french = achievementUrl('', reference, 'fr');
      const written = hasEnglish(definition) ? locale : 'fr';
      const pageContext = pageContextOf(c, deps, {
        indexed: true,
        canonicalUrl: achievementUrl(origin, reference, written),
        languages: {
          fr: `${french}?lang=fr`,
          en: hasEnglish(definition) ? achievementUrl('', reference, 'en') : `${french}?lang=en`,
        },
        card: { imageUrl: `${origin}${french}/preview.png?lang=${locale}`, imageAlt: view.image.alt },
        alternates: [{ type: LINKED_DATA, href: view.documentHref }],
      });
      return answerPage(c, pageContext, <BadgePage view={view} />);
    },
  };
}

/** The mission framework, the issuer, and the "not found" page. */
function makeReferencePages(deps: AppDeps) {
  const { catalogue, origin, issuer, settings } = deps.ports;
  const notFound = (c: Context<AppEnv>): Answer => answerError(c, deps, { kind: 'not-found', status: 404 });
  const framework = (c: Context<AppEnv>) => ({
    framework: catalogue.framework,
    origin,
    locale: c.var.locale,
    office: deps.ports.settings.office(),
  });
  return {
    notFound,
    framework: (c: Context<AppEnv>): Answer => {
      const pageContext = pageContextOf(c, deps, { indexed: true });
      return answerPage(
        c,
        pageContext,
        <FrameworkPage view={frameworkView(framework(c), { news: settings.news(), email: issuer.email })} />,
      );
    },
    mission: (c: Context<AppEnv>, code: string): Answer => {
      const view = missionView(code, framework(c));
      const pageContext = pageContextOf(c, deps, { indexed: true });
      return view ? answerPage(c, pageContext, <MissionPage view={view} />) : notFound(c);
    },
    issuer: async (c: Context<AppEnv>): Promise<Response> => {
      const { locale } = c.var;
      const pageContext = pageContextOf(c, deps, {
        indexed: true,
        canonicalUrl: issuerUrl(origin),
        alternates: [{ type: LINKED_DATA, href: localised('/issuer', locale) }],
      });
      const issued = await deps.services.countIssued();
      const view = issuerView({ ports: deps.ports, issued, locale });
      return answerPage(c, pageContext, <IssuerPage view={view} />);
    },
  };
}
