import { type RecordPicture, recordBadgesSvg, recordSvg } from '../../../../drawings/record-svg.ts';
import { publicFactsOf } from '../../../../openbadges/public-facts.ts';
import type { AppDeps } from '../../env.ts';
import { pictureOf, pictureWords } from '../../public/credential/badge-drawing.ts';
import { definitionOf } from '../../public/credential/definition-of.ts';
import { WORDS } from '../../shell/words.ts';
import type { FoundRecord } from './record-view.ts';

const LOCALE = 'fr';

/** The picture of a record, with the image of each of its badges, drawn from the signed data alone. */
export function recordDrawing(ports: AppDeps['ports'], found: FoundRecord): string {
  return recordSvg(pictureOfRecord(ports, found));
}

/** The images of the record's badges, without the rest of its picture. */
export function recordBadgesDrawing(ports: AppDeps['ports'], found: FoundRecord): string {
  return recordBadgesSvg(pictureOfRecord(ports, found));
}

function pictureOfRecord(
  { catalogue, issuer, origin }: AppDeps['ports'],
  { record, badges }: FoundRecord,
): RecordPicture {
  const words = WORDS[LOCALE].pages;
  const t = words.badgeRecord;
  const name = publicFactsOf(JSON.parse(record.document)).holderName;
  const context = { catalogue, office: issuer.code, locale: LOCALE } as const;
  const drawn = badges.map((issued) => ({ definition: definitionOf(catalogue, issued.award), issued }));
  return {
    title: t.titleOf(name, issuer.name),
    description: t.pathText(drawn.map((badge) => pictureWords(badge, context).replace(/\.$/, ''))),
    issuer: WORDS[LOCALE].labels.card.issuedBy(issuer.name),
    heading: name ?? t.nameless,
    words: t.counted(badges.length, words.day(record.validFrom)),
    footer: new URL(origin).host,
    badges: drawn.map((badge) => pictureOf(badge, context)),
  };
}
