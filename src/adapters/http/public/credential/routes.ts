import { type Context, Hono } from 'hono';
import { BADGE_JSON_TYPES, BADGE_JWS_TYPES, MEDIA_TYPES } from '#open-badges/credential';
import { bakePng, bakeSvg } from '#open-badges/files';
import type { PublicCredential } from '../../../../application/credentials/read-public.ts';
import { asDomainError } from '../../../../application/open-badges-errors.ts';
import type { AchievementDefinition } from '../../../../domain/criteria/definition.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { parseCredentialId } from '../../../../domain/ids.ts';
import type { CardShape } from '../../../../drawings/og-card-svg.ts';
import { credentialUrl } from '../../../../issuing/addresses.ts';
import { CACHING } from '../../cache/headers.ts';
import { cacheResponse } from '../../cache/middleware.ts';
import { BADGE_PAGE_OFFERS } from '../../cache/unknown-badges.ts';
import { qrPng, qrSvg } from '../../components/qr-code.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { preferredType } from '../../responses/content-negotiation.ts';
import { problem } from '../../responses/problem-details.ts';
import { drawnSize, type PublicDocument, respond } from '../../responses/public-document.ts';
import { badgeFileName } from './badge-file-name.ts';
import { answerCertificate } from './certificate-response.ts';
import { definitionOf, type FoundCredential } from './definition.ts';
import type { Pictures } from './pictures.ts';
import { letSearch } from './search-indexing.ts';

interface Options {
  readonly deps: AppDeps;
  readonly pictures: Pictures;
  /** Answers the verification page, or a page which states that there is no such badge. */
  readonly page: (c: Context<AppEnv>, found: PublicCredential) => Response | Promise<Response>;
  /** Answers the card for other people's pages, or a card which states that there is no such badge. */
  readonly card: (c: Context<AppEnv>, found: PublicCredential) => Response | Promise<Response>;
  /** Answers the page in plain language, or a page which states that there is no such badge. */
  readonly easy: (c: Context<AppEnv>, found: PublicCredential) => Response | Promise<Response>;
}

/** `/credentials/{id}`: the page or, by `Accept` or suffix, the signed bytes in each of their forms. */
export function credentialRoutes({ deps, pictures, page, card, easy }: Options) {
  const { ports } = deps;
  const read = (c: Context<AppEnv>, name: string) => readToAnswer(c, deps, name);
  const badgeOf = ({ award }: FoundCredential) => definitionOf(ports.catalogue, award);

  const forms: Readonly<Record<string, AnswerForm>> = {
    ...makeForms(pictures, badgeOf),
    pdf: answerCertificate(deps, pictures, page),
  };

  /** A program that asks for a hidden badge gets a problem, not a page. */
  const answerForm = (c: Context<AppEnv>, form: string, found: PublicCredential) => {
    if (found.kind === 'found') {
      // The browser shows it, and saves it under a meaningful name.
      const name = badgeFileName(badgeOf(found), found);
      c.header('Content-Disposition', `inline; filename="${name}.${form}"`);
      return forms[form]?.(c, found) ?? c.notFound();
    }
    const code = found.kind === 'erased' ? 'credential-erased' : 'unknown-credential';
    return problem(c, new DomainError(code));
  };

  const answerQr = async (
    c: Context<AppEnv>,
    form: 'svg' | 'png',
    render: (address: string) => Promise<string | Uint8Array>,
  ) => {
    const found = await read(c, c.req.param('id') ?? '');
    if (found.kind !== 'found') return answerForm(c, form, found);
    const body = await render(credentialUrl(ports.origin, found.credential.id));
    return respondPicture(c, { type: MEDIA_TYPES[form], body });
  };

  const answerCard = (shape: CardShape) => async (c: Context<AppEnv>) => {
    const found = await read(c, c.req.param('id') ?? '');
    if (found.kind !== 'found') return answerForm(c, 'png', found);
    const badge = { definition: badgeOf(found), issued: found };
    const png = await pictures.cardPng(badge, { locale: c.var.locale, shape });
    // A card travels without its link: the signed badge travels inside it.
    const body = asDomainError(() => bakePng(png, found.credential.document));
    return respondPicture(c, { type: MEDIA_TYPES.png, body, vary: 'Accept-Language' });
  };

  return (
    new Hono<AppEnv>()
      .get('/credentials/:name', async (c) => {
        const [id = '', suffix] = c.req.param('name').split(/\.(?=[a-z]+$)/);
        const found = await read(c, id);
        c.header('Vary', 'Accept, Accept-Language');
        if (suffix !== undefined) {
          return Object.hasOwn(forms, suffix) ? answerForm(c, suffix, found) : page(c, { kind: 'not-found' });
        }
        const type = preferredType(c.req.header('Accept'), BADGE_PAGE_OFFERS) ?? 'text/html';
        if (type === 'text/html') return page(c, found);
        return answerForm(c, formOf(type), found);
      })
      .get('/credentials/:id/qr.svg', async (c) => answerQr(c, 'svg', qrSvg))
      .get('/credentials/:id/qr.png', async (c) => answerQr(c, 'png', qrPng))
      .get('/credentials/:id/easy', async (c) => easy(c, await read(c, c.req.param('id'))))
      .get('/credentials/:id/embed', async (c) => card(c, await read(c, c.req.param('id'))))
      // The picture for pages, without a baked credential: it is small and may be cached.
      .get('/credentials/:id/image.svg', async (c) => {
        const found = await read(c, c.req.param('id'));
        if (found.kind !== 'found') return answerForm(c, 'svg', found);
        const svg = pictures.holderSvg(badgeOf(found), found, drawnSize(c));
        return respondPicture(c, { type: MEDIA_TYPES.svg, body: svg });
      })
      // The same picture for mails, which show no SVG.
      .get('/credentials/:id/image.png', async (c) => {
        const found = await read(c, c.req.param('id'));
        if (found.kind !== 'found') return answerForm(c, 'png', found);
        const png = await pictures.holderPng(badgeOf(found), found);
        return respondPicture(c, { type: MEDIA_TYPES.png, body: png });
      })
      .get('/credentials/:id/preview.png', answerCard('wide'))
      .get('/credentials/:id/card-square.png', answerCard('square'))
  );
}

/** A picture that its holder shows, without a form of its badge for programs. */
function respondPicture(
  c: Context<AppEnv>,
  picture: Omit<PublicDocument, 'cacheControl'>,
): Promise<Response> {
  return respond(c, { ...picture, cacheControl: CACHING.ofShownPicture });
}

/** The badge of an address. The answer about it is kept, and listed by search engines where it may be. */
async function readToAnswer(c: Context<AppEnv>, deps: AppDeps, name: string): Promise<PublicCredential> {
  const id = parseCredentialId(name);
  await cacheResponse(c, deps, id ? { kind: 'credential', id } : { kind: 'service' });
  const found = await deps.services.readPublicCredential(name);
  letSearch(c, deps, found);
  return found;
}

function formOf(type: string): 'json' | 'jws' | 'pdf' {
  if (type === MEDIA_TYPES.pdf) return 'pdf';
  return BADGE_JSON_TYPES.includes(type) ? 'json' : 'jws';
}

type AnswerForm = (c: Context<AppEnv>, found: FoundCredential) => Response | Promise<Response>;

/** The signed bytes in each of their forms, by suffix. */
function makeForms(
  pictures: Pictures,
  badgeOf: (found: FoundCredential) => AchievementDefinition,
): Readonly<Record<string, AnswerForm>> {
  return {
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
      return respond(c, {
        type: MEDIA_TYPES.png,
        body: asDomainError(() => bakePng(png, found.credential.document)),
      });
    },
    svg: (c, found) => {
      const svg = pictures.holderSvg(badgeOf(found), found);
      return respond(c, {
        type: MEDIA_TYPES.svg,
        body: asDomainError(() => bakeSvg(svg, found.credential.document)),
      });
    },
  };
}
