import type { Context } from 'hono';
import { BADGE_JSON_TYPES, BADGE_JWS_TYPES, MEDIA_TYPES, publicFactsOf } from '#open-badges/credential';
import { bakePng, bakeSvg } from '#open-badges/files';
import { qrPng, qrSvg } from '../../adapters/http/components/qr-code.ts';
import type { AppDeps, AppEnv, Locale } from '../../adapters/http/env.ts';
import { pictureAsText, pictureOf } from '../../adapters/http/public/credential/badge-picture.ts';
import { definitionOf } from '../../adapters/http/public/credential/definition.ts';
import type { Pictures } from '../../adapters/http/public/credential/pictures.ts';
import { preferredType } from '../../adapters/http/responses/content-negotiation.ts';
import { respond } from '../../adapters/http/responses/public-document.ts';
import { TEXTS } from '../../adapters/http/view-models/public-texts.ts';
import { asDomainError } from '../../application/open-badges-errors.ts';
import type { CertificateContent } from '../../application/papers/certificate.ts';
import type { AwardedWhen } from '../../domain/holder/awarded-date.ts';
import { type RecordPicture, recordBadgesSvg, recordSvg } from '../../drawings/record-svg.ts';
import { CREDENTIAL_TEXTS } from '../../issuing/achievement.ts';
import { recordUrl } from '../../issuing/addresses.ts';
import type { BadgeRecord } from './feature.ts';
import { type FoundRecord, type RecordView, recordView } from './public-view.ts';

/** The name of the attached file, the same as in a badge's certificate. */
const ATTACHED_NAME = 'credential.json';

const LANGUAGES = { fr: 'fr-FR', en: 'en-GB' } as const;

const LOCALE = 'fr';

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
      return respond(c, {
        type: MEDIA_TYPES.png,
        body: asDomainError(() => bakePng(png, found.record.document, 'record')),
      });
    },
    svg: (c, found) => {
      const body = asDomainError(() => bakeSvg(drawn(found), found.record.document, 'record'));
      return respond(c, { type: MEDIA_TYPES.svg, body });
    },
    pdf: async (c, found) => {
      const locale = c.req.query('lang') === 'en' ? 'en' : 'fr';
      const view = await recordView(deps, found, locale);
      const png = await pictures.recordPng(recordBadgesDrawing(deps.ports, found));
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

/** The picture of a record, with the image of each of its badges, drawn from the signed data alone. */
function recordDrawing(ports: AppDeps['ports'], found: FoundRecord): string {
  return recordSvg(pictureOfRecord(ports, found));
}

/** The images of the record's badges, without the rest of its picture. */
function recordBadgesDrawing(ports: AppDeps['ports'], found: FoundRecord): string {
  return recordBadgesSvg(pictureOfRecord(ports, found));
}

function pictureOfRecord(
  { catalogue, issuer, origin }: AppDeps['ports'],
  { record, badges }: FoundRecord,
): RecordPicture {
  const texts = TEXTS[LOCALE].pages;
  const t = texts.badgeRecords;
  const name = publicFactsOf(JSON.parse(record.document)).holderName;
  const context = { catalogue, office: issuer.code, locale: LOCALE } as const;
  const drawn = badges.map((issued) => ({ definition: definitionOf(catalogue, issued.award), issued }));
  return {
    title: t.titleOf(name, issuer.name),
    description: t.pathText(drawn.map((badge) => pictureAsText(badge, context).replace(/\.$/, ''))),
    issuer: TEXTS[LOCALE].labels.card.issuedBy(issuer.name),
    heading: name ?? t.nameless,
    words: t.counted(badges.length, texts.day(record.validFrom)),
    footer: new URL(origin).host,
    badges: drawn.map((badge) => pictureOf(badge, context)),
  };
}

interface Certified {
  readonly view: RecordView;
  readonly record: BadgeRecord;
  readonly png: Uint8Array;
  readonly issuerName: string;
  readonly origin: string;
  readonly locale: Locale;
}

/** The record on paper, with the content of its page. */
function recordCertificate({ view, record, png, issuerName, origin, locale }: Certified): CertificateContent {
  const { pages, labels } = TEXTS[locale];
  const t = pages.badgeRecords;
  const { paper } = t;
  const day = (date: string) => pages.day(date).replaceAll(' ', '\u00a0');
  const awarded = (when: AwardedWhen) => pages.awarded(when).replaceAll(' ', '\u00a0');
  const { badges, name, pageUrl } = view;
  return {
    language: LANGUAGES[locale],
    headline: name === undefined ? t.nameless : paper.of(name),
    kind: paper.kind,
    issuerName,
    picture: { png, alternative: paper.picture(badges.map((badge) => badge.name)) },
    delivered: [
      ...(name === undefined ? [t.namelessHolder] : []),
      t.madeOn(badges.length, day(view.madeAt), issuerName),
    ],
    description: t.partial,
    explanation: badges[0]?.about.mission ?? labels.card.homeSubtitle,
    figures: [],
    recognised: {
      heading: t.badges,
      statements: badges.map((badge) =>
        [
          paper.badge(badge.name, awarded(badge.awarded), badge.validUntil && day(badge.validUntil)),
          ...(badge.portrait.schools.length > 0
            ? [CREDENTIAL_TEXTS[locale].schools(badge.portrait.schools)]
            : []),
        ].join(' '),
      ),
    },
    check: {
      heading: paper.check,
      caption: paper.caption,
      address: pageUrl,
      alternative: paper.alternative(pageUrl),
      note: paper.note(ATTACHED_NAME, `${origin}/verify`),
    },
    attached: {
      name: ATTACHED_NAME,
      type: MEDIA_TYPES.vcLdJson,
      description: paper.attached,
      text: record.document,
    },
    madeAt: record.validFrom,
  };
}
