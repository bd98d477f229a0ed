import type { Hono } from 'hono';
import { MEDIA_TYPES } from '#open-badges/credential';
import type { AchievementDefinition } from '../../../../domain/criteria/definition.ts';
import { inLanguage } from '../../../../domain/engagement/mission.ts';
import { type SchoolYear, schoolYearOf } from '../../../../domain/time/school-year.ts';
import { type BadgePicture, badgeStyleOf } from '../../../../drawings/badge-picture.ts';
import { badgeSvg, emblemFamilies } from '../../../../drawings/badge-svg.ts';
import { CARD_SIZES, ogCardSvg } from '../../../../drawings/og-card-svg.ts';
import { certificateTexts as english } from '../../../../texts/en/public/certificate.ts';
import { certificateTexts as french } from '../../../../texts/fr/public/certificate.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { leadOf } from '../../public/badge/view.ts';
import { BADGE_WIDTH } from '../../public/credential/pictures.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { TEXTS } from '../../view-models/public-texts.ts';
import { answerCsv } from '../exports/file-response.ts';
import { answerMissing } from '../missing-page.tsx';
import { amendmentOf, readDraftOf } from './to-draft.ts';

const PATH = '/dane/badges/drafts/:id';
/** The sizes at which people will see a badge, in pixels: next to a name, in a list, on its page. */
export const PREVIEW_SIZES = [20, 90, 400] as const;

/** The drawings of a badge that is being written: as an image, a card and a certificate of an invented holder. */
export const previewPages = (deps: AppDeps): Hono<AppEnv> =>
  definePages(deps, 'dane')
    .page(`${PATH}/image.svg`, 'adopt-criteria', preview(renderImage))
    .page(`${PATH}/card.png`, 'adopt-criteria', preview(renderCard))
    .page(`${PATH}/certificate.pdf`, 'adopt-criteria', preview(renderCertificate))
    .page(`${PATH}/moves.csv`, 'adopt-criteria', answerMoves).routes;

/** Everybody whom the badge would reach, as a file that is written while they are judged. */
async function answerMoves(request: PageRequest) {
  const draft = await readDraftOf(request);
  if (!draft || request.services.checkBadge(draft).length > 0) {
    return answerMissing(request.c, request.deps, 'criteria');
  }
  const t = request.t.dane.badges.trial;
  const tables = request.services.moversOf({
    amendment: amendmentOf(draft),
    words: t,
    locale: request.wording.locale,
  });
  return answerCsv(request.c, request.deps, { name: t.file, tables });
}

interface Drawn {
  readonly type: string;
  readonly bytes: Uint8Array | string;
}

type DrawPreview = (request: PageRequest, badge: AchievementDefinition) => Drawn | Promise<Drawn>;

const preview = (render: DrawPreview) => async (request: PageRequest) => {
  const draft = await readDraftOf(request);
  if (!draft) return answerMissing(request.c, request.deps, 'criteria');
  const { type, bytes } = await render(request, draft.badge);
  return new Response(bytes as Uint8Array<ArrayBuffer> | string, {
    headers: { 'Content-Type': type, 'Cache-Control': 'private, no-store' },
  });
};

/** Three school years of an invented holder, who did not carry the first one whole. */
function yearsUntil(year: SchoolYear): NonNullable<BadgePicture['years']> {
  return [
    { year: year - 2, value: 0.5 },
    { year: year - 1, value: 1 },
    { year, value: 1 },
  ];
}

function pictureOf({ ports, today }: PageRequest, { drawing }: AchievementDefinition): BadgePicture {
  const look = badgeStyleOf(ports.catalogue);
  const years = yearsUntil(schoolYearOf(today));
  const lit = emblemFamilies(drawing, look);
  return { drawing, look, lit, office: ports.issuer.code, years, seed: 'preview' };
}

const svgOf = (request: PageRequest, badge: AchievementDefinition, size: number) =>
  badgeSvg({
    ...pictureOf(request, badge),
    title: inLanguage(badge.name, request.wording.locale),
    description: request.t.dane.badges.draft.seenNote,
    size,
  });

function renderImage(request: PageRequest, badge: AchievementDefinition): Drawn {
  const requested = Number(request.query('size'));
  const size = PREVIEW_SIZES.find((one) => one === requested) ?? 400;
  return { type: MEDIA_TYPES.svg, bytes: svgOf(request, badge, size) };
}

async function renderCard(request: PageRequest, badge: AchievementDefinition): Promise<Drawn> {
  const { ports, wording, deps } = request;
  const { locale } = wording;
  const svg = ogCardSvg({
    title: inLanguage(badge.name, locale),
    subtitle: leadOf(inLanguage(badge.description, locale)),
    holder: request.t.dane.badges.draft.sample,
    issuer: TEXTS[locale].labels.card.issuedBy(ports.issuer.name),
    footer: new URL(ports.origin).host,
    badge: pictureOf(request, badge),
  });
  return { type: MEDIA_TYPES.png, bytes: await deps.rasteriser.toPng(svg, CARD_SIZES.wide.width) };
}

async function renderCertificate(request: PageRequest, badge: AchievementDefinition): Promise<Drawn> {
  const { ports, deps, wording, t: texts } = request;
  const { locale } = wording;
  const t = texts.dane.badges.draft;
  const words = locale === 'en' ? english : french;
  const address = `${ports.origin}/credentials/…`;
  const bytes = await deps.drawer.drawCertificate({
    language: words.language,
    headline: texts.credential.personIs(t.sample, inLanguage(badge.name, locale)),
    kind: words.kind,
    issuerName: ports.issuer.name,
    picture: {
      png: await deps.rasteriser.toPng(svgOf(request, badge, 400), BADGE_WIDTH),
      alternative: inLanguage(badge.name, locale),
    },
    delivered: [t.seenNote],
    description: inLanguage(badge.description, locale),
    explanation: '',
    figures: [],
    recognised: { heading: words.recognised, statements: [t.seenNote] },
    check: {
      heading: words.check,
      caption: words.caption,
      address,
      alternative: words.alternative(address),
      note: t.seenNote,
    },
    attached: {
      name: 'credential.json',
      type: MEDIA_TYPES.vcLdJson,
      description: words.attached,
      text: '{}',
    },
    madeAt: ports.clock.now(),
  });
  return { type: MEDIA_TYPES.pdf, bytes };
}
