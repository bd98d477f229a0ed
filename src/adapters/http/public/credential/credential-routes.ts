import { type Context, Hono } from 'hono';
import type { PublicCredential } from '../../../../application/credentials/read-public-credential.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { CardShape } from '../../../../drawings/og-card-svg.ts';
import { credentialUrl } from '../../../../openbadges/addresses.ts';
import { bakePng } from '../../../../openbadges/bake-png.ts';
import { bakeSvg } from '../../../../openbadges/bake-svg.ts';
import { BADGE_JSON_TYPES, BADGE_JWS_TYPES, MEDIA_TYPES } from '../../../../openbadges/media-types.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { preferredType } from '../../shell/negotiate.ts';
import { problem } from '../../shell/problem.ts';
import { qrSvg } from '../../shell/qr.ts';
import { respond } from '../../shell/respond.ts';
import { badgeFileName } from './badge-file-name.ts';
import { definitionOf, type FoundCredential } from './definition-of.ts';
import { drawnSize } from './drawn-size.ts';
import type { Pictures } from './pictures.ts';

interface Options {
  readonly deps: AppDeps;
  readonly pictures: Pictures;
  /** Answers the verification page, or the page that says that there is none. */
  readonly page: (c: Context<AppEnv>, read: PublicCredential) => Response | Promise<Response>;
  /** Answers the card for other people's pages, or a card that says that there is none. */
  readonly card: (c: Context<AppEnv>, read: PublicCredential) => Response | Promise<Response>;
}

/** `/credentials/{id}`: the page or, by `Accept` or suffix, the signed bytes in each of their forms. */
export function credentialRoutes({ deps, pictures, page, card }: Options) {
  const { services, ports } = deps;
  const badgeOf = ({ award }: FoundCredential) => definitionOf(ports.catalogue, award);

  const forms: Readonly<
    Record<string, (c: Context<AppEnv>, found: FoundCredential) => Response | Promise<Response>>
  > = {
    json: (c, { credential }) => {
      const type = preferredType(c.req.header('Accept'), BADGE_JSON_TYPES) ?? MEDIA_TYPES.vcLdJson;
      return respond(c, { type, body: credential.document });
    },
    jws: (c, { credential }) => {
      const type = preferredType(c.req.header('Accept'), BADGE_JWS_TYPES) ?? MEDIA_TYPES.vcJwt;
      return respond(c, { type, body: credential.jws });
    },
    png: async (c, found) => {
      const png = await pictures.badgePng(pictures.holderSvg(badgeOf(found), found));
      return respond(c, { type: MEDIA_TYPES.png, body: bakePng(png, found.credential.document) });
    },
    svg: (c, found) => {
      const svg = pictures.holderSvg(badgeOf(found), found);
      return respond(c, { type: MEDIA_TYPES.svg, body: bakeSvg(svg, found.credential.document) });
    },
  };

  /** A program that asks for a badge that is not shown gets a problem, not a page. */
  const answerForm = (c: Context<AppEnv>, form: string, read: PublicCredential) => {
    if (read.kind === 'found') {
      // The browser shows it, and saves it under a meaningful name.
      const name = badgeFileName(badgeOf(read), read.award);
      c.header('Content-Disposition', `inline; filename="${name}.${form}"`);
      return forms[form]?.(c, read) ?? c.notFound();
    }
    const code = read.kind === 'erased' ? 'credential-erased' : 'unknown-credential';
    return problem(c, new DomainError(code));
  };

  const answerCard = (shape: CardShape) => async (c: Context<AppEnv>) => {
    const read = await services.readPublicCredential(c.req.param('id') ?? '');
    if (read.kind !== 'found') return answerForm(c, 'png', read);
    const badge = { definition: badgeOf(read), issued: read };
    const png = await pictures.cardPng(badge, { locale: c.var.locale, shape });
    return respond(c, { type: MEDIA_TYPES.png, body: png, vary: 'Accept-Language' });
  };

  return (
    new Hono<AppEnv>()
      .get('/credentials/:name', async (c) => {
        const [id = '', suffix] = c.req.param('name').split(/\.(?=[a-z]+$)/);
        const read = await services.readPublicCredential(id);
        c.header('Vary', 'Accept, Accept-Language');
        if (suffix !== undefined) {
          return Object.hasOwn(forms, suffix) ? answerForm(c, suffix, read) : page(c, { kind: 'not-found' });
        }
        const offers = ['text/html', ...BADGE_JSON_TYPES, ...BADGE_JWS_TYPES];
        const type = preferredType(c.req.header('Accept'), offers) ?? 'text/html';
        if (type === 'text/html') return page(c, read);
        return answerForm(c, BADGE_JSON_TYPES.includes(type) ? 'json' : 'jws', read);
      })
      .get('/credentials/:id/qr.svg', async (c) => {
        const read = await services.readPublicCredential(c.req.param('id'));
        if (read.kind !== 'found') return answerForm(c, 'svg', read);
        const svg = await qrSvg(credentialUrl(ports.origin, read.credential.id));
        return respond(c, { type: MEDIA_TYPES.svg, body: svg, cacheControl: 'public, max-age=86400' });
      })
      .get('/credentials/:id/embed', async (c) =>
        card(c, await services.readPublicCredential(c.req.param('id'))),
      )
      // The picture for pages, without a baked credential: it is small and may be cached.
      .get('/credentials/:id/image.svg', async (c) => {
        const read = await services.readPublicCredential(c.req.param('id'));
        if (read.kind !== 'found') return answerForm(c, 'svg', read);
        return respond(c, {
          type: MEDIA_TYPES.svg,
          body: pictures.holderSvg(badgeOf(read), read, drawnSize(c)),
        });
      })
      .get('/credentials/:id/preview.png', answerCard('wide'))
      .get('/credentials/:id/card-square.png', answerCard('square'))
  );
}
