import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { MEDIA_TYPES } from '#open-badges/credential';
import { type Criteria, hasEnglish } from '../../../../domain/criteria/definition.ts';
import { localDateInParis } from '../../../../domain/time/calendar.ts';
import { achievement } from '../../../../issuing/achievement.ts';
import { endorsementMembers } from '../../../../issuing/endorsement.ts';
import { frameworkDocument, missionDocument } from '../../../../issuing/framework-document.ts';
import { issuerProfile, toLinkedData } from '../../../../issuing/profile.ts';
import { endsOf } from '../../../../standards/achievement-endorsements/feature.ts';
import { criteriaTexts as en } from '../../../../texts/en/criteria/page.ts';
import { criteriaTexts as fr } from '../../../../texts/fr/criteria/page.ts';
import { CACHING } from '../../cache/headers.ts';
import { cacheResponse, expireAt } from '../../cache/middleware.ts';
import type { AppDeps, AppEnv, Locale } from '../../env.ts';
import { preferredType } from '../../responses/content-negotiation.ts';
import { drawnSize, respond } from '../../responses/public-document.ts';
import type { Pictures } from '../credential/pictures.ts';
import type { PublishedBadge, VersionedBadge } from './versions.ts';

const JSON_TYPES = [MEDIA_TYPES.ldJson, MEDIA_TYPES.json, MEDIA_TYPES.vcLdJson];
const FORMS = { json: MEDIA_TYPES.vcLdJson, jws: MEDIA_TYPES.vcJwt } as const;
const OFFERS = ['text/html', ...JSON_TYPES];
/** The drawing of a badge and the office's name in it may change at the same address. */

interface PageRenderers {
  readonly catalogue: (c: Context<AppEnv>, criteria: Criteria) => Response | Promise<Response>;
  readonly badge: (c: Context<AppEnv>, badge: PublishedBadge) => Response | Promise<Response>;
  readonly framework: (c: Context<AppEnv>) => Response | Promise<Response>;
  readonly mission: (c: Context<AppEnv>, code: string) => Response | Promise<Response>;
  readonly issuer: (c: Context<AppEnv>) => Response | Promise<Response>;
  readonly notFound: (c: Context<AppEnv>) => Response | Promise<Response>;
}

interface Options {
  readonly deps: AppDeps;
  readonly pictures: Pictures;
  readonly pages: PageRenderers;
}

/** The addresses that our credentials refer to: badges by version, the mission framework, the issuer. Each
 *  answers with a page or JSON-LD. */
export function achievementRoutes({ deps, pictures, pages }: Options) {
  const { catalogue, clock, origin, issuer } = deps.ports;
  const inForce = () => catalogue.criteriaInForce(localDateInParis(clock.now()));

  const find = (code: string, version: string): VersionedBadge | undefined => {
    const criteria = catalogue.criteriaVersion(Number(version.slice(1)));
    const definition = criteria?.achievements.find((one) => one.code === code);
    return criteria && definition && { criteria, definition };
  };

  /** As the version in force says; a retired badge, as the last version that has it. */
  const findLatest = (code: string): VersionedBadge | undefined => {
    const { inForceFrom } = inForce();
    const begun = catalogue.versions().filter((one) => one.inForceFrom <= inForceFrom);
    const criteria = begun.findLast(({ achievements }) => achievements.some((one) => one.code === code));
    return criteria && find(code, `v${criteria.version}`);
  };

  const answerBadge = makeAnswerBadge({ deps, pages });

  /** Answers a page, or the document where a JSON type is asked for. */
  const pageOr = (
    c: Context<AppEnv>,
    document: object | undefined,
    page: () => Response | Promise<Response>,
  ): Response | Promise<Response> => {
    if (!document) return pages.notFound(c);
    c.header('Vary', 'Accept, Accept-Language');
    const type = preferredType(c.req.header('Accept'), OFFERS) ?? 'text/html';
    return type === 'text/html' ? page() : respond(c, { type, body: JSON.stringify(document) });
  };

  const keep: MiddlewareHandler<AppEnv> = async (c, next) => {
    await cacheResponse(c, deps, { kind: 'service' }, { outage: 'page' });
    await next();
  };
  const routes = new Hono<AppEnv>()
    .use('/badges/*', keep)
    .use('/badges', keep)
    .use('/referentiel/*', keep)
    .use('/issuer', keep)
    .get('/badges', (c) => pages.catalogue(c, inForce()))
    .get('/badges/:code', (c) => {
      const badge = findLatest(c.req.param('code'));
      return answerBadge(c, badge, badge && hasEnglish(badge.definition) ? c.var.locale : 'fr');
    })
    .get('/badges/:code/:version{v[1-9][0-9]*}', (c) =>
      answerBadge(c, find(c.req.param('code'), c.req.param('version')), 'fr'),
    )
    .get('/badges/:code/:version{v[1-9][0-9]*}/en', (c) => {
      c.set('locale', 'en');
      const badge = find(c.req.param('code'), c.req.param('version'));
      return answerBadge(c, badge && hasEnglish(badge.definition) ? badge : undefined, 'en');
    })
    .get('/referentiel/rupn/v1', (c) =>
      pageOr(c, frameworkDocument(catalogue.framework, origin), () => pages.framework(c)),
    )
    .get('/referentiel/rupn/v1/missions/:code', (c) => {
      const code = c.req.param('code');
      return pageOr(c, missionDocument(catalogue.framework, code, origin), () => pages.mission(c, code));
    })
    .get('/issuer', (c) => pageOr(c, toLinkedData(issuerProfile(issuer, origin)), () => pages.issuer(c)));
  return routes
    .route('/', endorsementRoutes({ deps, find, pages }))
    .route('/', pictureRoutes({ find, pictures, pages }));
}

/** Answers a badge in one version of the criteria, with the endorsements of other bodies, as a page or as the
 *  Achievement. */
function makeAnswerBadge({ deps, pages }: Pick<Options, 'deps' | 'pages'>) {
  const { services, ports } = deps;
  const { catalogue, origin, issuer } = ports;
  return async (c: Context<AppEnv>, badge: VersionedBadge | undefined, language: Locale) => {
    if (!badge) return pages.notFound(c);
    const reference = referenceOf(badge);
    const endorsements = await services.readShownEndorsements(reference);
    expireAt(c, endorsements.flatMap(endsOf));
    c.header('Vary', 'Accept, Accept-Language');
    const type = preferredType(c.req.header('Accept'), OFFERS) ?? 'text/html';
    if (type === 'text/html') return pages.badge(c, { ...badge, endorsements });
    const signed = await services.readEndorsementDocuments({ ...reference, language });
    const document = achievement({
      ...badge,
      framework: catalogue.framework,
      origin,
      locale: language,
      narrative: (language === 'fr' ? fr : en).achievementNarrative,
      creator: issuerProfile(issuer, origin),
    });
    const body = JSON.stringify(toLinkedData({ ...document, ...endorsementMembers(signed) }));
    return respond(c, { type, body });
  };
}

interface PictureOptions extends Omit<Options, 'deps'> {
  readonly find: (code: string, version: string) => VersionedBadge | undefined;
}

interface EndorsementOptions extends Pick<Options, 'deps' | 'pages'> {
  readonly find: PictureOptions['find'];
}

/** Endorsements by other bodies, with the very bytes that they signed. */
function endorsementRoutes({ deps, find, pages }: EndorsementOptions) {
  return new Hono<AppEnv>().get('/badges/:code/:version{v[1-9][0-9]*}/endorsements/:name', async (c) => {
    const badge = find(c.req.param('code'), c.req.param('version'));
    const [id = '', form] = c.req.param('name').split('.');
    const found = badge && (await deps.services.readEndorsementDocument({ ...referenceOf(badge), id }));
    if (!found || found.form !== form) return pages.notFound(c);
    expireAt(c, endsOf(found));
    return respond(c, { type: FORMS[found.form], body: found.content });
  });
}

function referenceOf({ definition, criteria }: VersionedBadge) {
  return { code: definition.code, version: criteria.version };
}

/** The emblems and preview cards of the badges. */
function pictureRoutes({ find, pictures, pages }: PictureOptions) {
  return new Hono<AppEnv>()
    .get('/badges/:code/:version{v[1-9][0-9]*}/image.svg', (c) => {
      const badge = find(c.req.param('code'), c.req.param('version'));
      if (!badge) return pages.notFound(c);
      const drawnAs = {
        locale: c.var.locale,
        size: drawnSize(c),
        earned: c.req.query('state') !== 'unearned',
      };
      const body = pictures.emblemSvg(badge.definition, drawnAs);
      return respond(c, {
        type: MEDIA_TYPES.svg,
        body,
        cacheControl: CACHING.ofOffice,
        vary: 'Accept-Language',
      });
    })
    .get('/badges/:code/:version{v[1-9][0-9]*}/image.png', async (c) => {
      const badge = find(c.req.param('code'), c.req.param('version'));
      if (!badge) return pages.notFound(c);
      const body = await pictures.badgePng(pictures.emblemSvg(badge.definition, { locale: 'fr' }));
      return respond(c, { type: MEDIA_TYPES.png, body, cacheControl: CACHING.ofOffice });
    })
    .get('/badges/:code/:version{v[1-9][0-9]*}/preview.png', async (c) => {
      const badge = find(c.req.param('code'), c.req.param('version'));
      if (!badge) return pages.notFound(c);
      const body = await pictures.cardPng({ definition: badge.definition }, { locale: c.var.locale });
      return respond(c, { type: MEDIA_TYPES.png, body, vary: 'Accept-Language' });
    });
}
