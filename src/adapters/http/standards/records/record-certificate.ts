import type { CertificateContent } from '../../../../application/papers/certificate.ts';
import type { AwardedWhen } from '../../../../domain/holder/awarded-when.ts';
import type { BadgeRecord } from '../../../../domain/holder/badge-record.ts';
import { MEDIA_TYPES } from '../../../../openbadges/media-types.ts';
import type { Locale } from '../../env.ts';
import { WORDS } from '../../shell/words.ts';
import type { RecordView } from './record-view.ts';

interface Certified {
  readonly view: RecordView;
  readonly record: BadgeRecord;
  readonly png: Uint8Array;
  readonly issuerName: string;
  readonly origin: string;
  readonly locale: Locale;
}

/** The name of the attached file, the same as in a badge's certificate. */
const ATTACHED_NAME = 'credential.json';
const LANGUAGES = { fr: 'fr-FR', en: 'en-GB' } as const;

/** The record on paper, with the content of its page. */
export function recordCertificate({
  view,
  record,
  png,
  issuerName,
  origin,
  locale,
}: Certified): CertificateContent {
  const { pages, labels } = WORDS[locale];
  const t = pages.badgeRecord;
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
        paper.badge(badge.name, awarded(badge.awarded), badge.validUntil && day(badge.validUntil)),
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
