import type { Context } from 'hono';
import { recordUrl } from '../../../../openbadges/addresses.ts';
import { bakePng } from '../../../../openbadges/bake-png.ts';
import { bakeSvg } from '../../../../openbadges/bake-svg.ts';
import { BADGE_JSON_TYPES, BADGE_JWS_TYPES, MEDIA_TYPES } from '../../../../openbadges/media-types.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import type { Pictures } from '../../public/credential/pictures.ts';
import { preferredType } from '../../shell/negotiate.ts';
import { qrPng, qrSvg } from '../../shell/qr.ts';
import { respond } from '../../shell/respond.ts';
import { recordCertificate } from './record-certificate.ts';
import { recordBadgesDrawing, recordDrawing } from './record-drawing.ts';
import { type FoundRecord, recordView } from './record-view.ts';

type AnswerForm = (c: Context<AppEnv>, found: FoundRecord) => Promise<Response>;

/** The files of a record, by suffix. */
export const RECORD_FORMS = ['pdf', 'png', 'svg', 'json', 'jws'] as const;
export type RecordForm = (typeof RECORD_FORMS)[number];

/** A record in each of its forms. Its pictures are in French, like the signed document. */
export function recordForms(deps: AppDeps, pictures: Pictures): Readonly<Record<RecordForm, AnswerForm>> {
  const drawn = (found: FoundRecord) => recordDrawing(deps.ports, found);
  return {
    json: (c, { record }) => {
      const type = preferredType(c.req.header('Accept'), BADGE_JSON_TYPES) ?? MEDIA_TYPES.vcLdJson;
      return respond(c, { type, body: record.document });
    },
    jws: (c, { record }) => {
      const type = preferredType(c.req.header('Accept'), BADGE_JWS_TYPES) ?? MEDIA_TYPES.vcJwt;
      return respond(c, { type, body: record.jws });
    },
    png: async (c, found) => {
      const png = await pictures.recordPng(drawn(found));
      return respond(c, { type: MEDIA_TYPES.png, body: bakePng(png, found.record.document, 'record') });
    },
    svg: (c, found) => {
      const body = bakeSvg(drawn(found), found.record.document, 'record');
      return respond(c, { type: MEDIA_TYPES.svg, body });
    },
    pdf: async (c, found) => {
      const locale = c.req.query('lang') === 'en' ? 'en' : 'fr';
      const view = await recordView(deps, found, locale);
      const png = await pictures.printedPng(recordBadgesDrawing(deps.ports, found));
      const { issuer, origin } = deps.ports;
      const { record } = found;
      const content = recordCertificate({ view, record, png, issuerName: issuer.name, origin, locale });
      return respond(c, { type: MEDIA_TYPES.pdf, body: await deps.drawer.drawCertificate(content) });
    },
  };
}

/** The QR code of a record's address. */
export async function answerRecordCode(
  c: Context<AppEnv>,
  { ports }: AppDeps,
  { found, form }: { readonly found: FoundRecord; readonly form: 'svg' | 'png' },
): Promise<Response> {
  const address = recordUrl(ports.origin, found.record.id);
  const body = await (form === 'svg' ? qrSvg : qrPng)(address);
  return respond(c, { type: MEDIA_TYPES[form], body });
}
