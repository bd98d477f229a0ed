import { type Context, Hono } from 'hono';
import { DomainError } from '../../../../domain/errors.ts';
import { credentialUrl } from '../../../../openbadges/addresses.ts';
import { MEDIA_TYPES } from '../../../../openbadges/media-types.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { definitionOf } from '../../public/credential/definition-of.ts';
import { drawnSize } from '../../public/credential/drawn-size.ts';
import { makePictures } from '../../public/credential/pictures.ts';
import { qrSvg } from '../../shell/qr.ts';
import { guardsOf, readIssued } from './owned-badge.ts';
import { previewedOf } from './previewed.ts';

/** The pictures of a badge and its QR code, for the person who may choose about it: the public addresses do
 *  not show them before this choice. */
export function pictureRoutes(deps: AppDeps) {
  const { ports } = deps;
  const pictures = makePictures(deps);
  const badgeOf = async (c: Context<AppEnv>) => {
    const issued = await readIssued(c, deps);
    return { definition: definitionOf(ports.catalogue, issued.award), issued };
  };
  return new Hono<AppEnv>()
    .get('/my/badges/:id/image.svg', ...guardsOf(deps), async (c) => {
      const { definition, issued } = await badgeOf(c);
      const svg = pictures.holderSvg(definition, issued, drawnSize(c));
      return c.body(svg, 200, { 'Content-Type': MEDIA_TYPES.svg });
    })
    .get('/my/badges/:id/card.png', ...guardsOf(deps), async (c) => {
      const { definition, issued } = await badgeOf(c);
      const shown = await previewedOf(c, deps, issued);
      if (!shown) throw new DomainError('invalid-request');
      const badge = { definition, issued: { award: issued.award, credential: shown } };
      const png = await pictures.cardPng(badge, { locale: c.var.locale });
      return c.body(png as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': MEDIA_TYPES.png });
    })
    .get('/my/badges/:id/qr.svg', ...guardsOf(deps), async (c) => {
      const { credential } = await readIssued(c, deps);
      const svg = await qrSvg(credentialUrl(ports.origin, credential.id));
      return c.body(svg, 200, { 'Content-Type': MEDIA_TYPES.svg });
    });
}
