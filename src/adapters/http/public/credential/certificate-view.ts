import type { CertificateContent } from '../../../../application/papers/certificate.ts';
import type { IssuedCredential } from '../../../../domain/award/award-types.ts';
import { MEDIA_TYPES } from '../../../../openbadges/media-types.ts';
import { certificateTexts as english } from '../../../../texts/en/certificate.ts';
import { certificateTexts as french } from '../../../../texts/fr/certificate.ts';
import type { Locale } from '../../env.ts';
import { WORDS } from '../../shell/words.ts';
import type { CredentialView } from '../verify/verification-view.ts';

interface Certified {
  readonly view: CredentialView;
  readonly credential: IssuedCredential;
  readonly png: Uint8Array;
  readonly issuerName: string;
  readonly origin: string;
  readonly locale: Locale;
}

/** The name of the attached file, which other issuers use too. */
const ATTACHED_NAME = 'credential.json';

/** The certificate of a badge, with the content of its page. */
export function certificateOf(certified: Certified): CertificateContent {
  const { view, credential, png, issuerName, origin, locale } = certified;
  const texts = textsOf(locale);
  return {
    language: texts.language,
    headline: headlineOf(certified),
    kind: texts.kind,
    issuerName,
    picture: { png, alternative: view.image.alt },
    delivered: deliveredWords(certified),
    description: view.description,
    explanation: view.about.mission,
    figures: view.portrait.figures,
    recognised: { heading: texts.recognised, statements: statementsOf(view, locale) },
    check: {
      heading: texts.check,
      caption: texts.caption,
      address: view.pageUrl,
      alternative: texts.alternative(view.pageUrl),
      note: texts.note(ATTACHED_NAME, `${origin}/verify`),
    },
    attached: {
      name: ATTACHED_NAME,
      type: MEDIA_TYPES.vcLdJson,
      description: texts.attached,
      text: credential.document,
    },
    madeAt: credential.validFrom,
  };
}

function textsOf(locale: Locale): typeof french {
  return locale === 'en' ? english : french;
}

/** The sentence that the badge's page has while the badge is valid. Paper cannot show later changes. */
function headlineOf({ view: { name, recipient, recipientKind }, locale }: Certified): string {
  if (recipient === undefined || recipientKind === 'establishment') return name;
  return WORDS[locale].pages.credential.personIs(recipient, name);
}

function deliveredWords({ view, issuerName, locale }: Certified): readonly string[] {
  const { pages } = WORDS[locale];
  const day = (date: string) => pages.day(date).replaceAll(' ', '\u00a0');
  const { credential: words } = pages;
  const texts = textsOf(locale);
  const { recipient, recipientKind, awarded, validUntil } = view;
  const when = pages.awarded(awarded).replaceAll(' ', '\u00a0');
  // The headline already contains a person's name.
  const school = recipientKind === 'establishment' ? recipient : undefined;
  return [
    ...(recipient === undefined && recipientKind === 'person' ? [words.hiddenName] : []),
    texts.sentence(words.delivered(issuerName, when, school && words.toSchool(school))),
    ...(validUntil ? [texts.sentence(words.validUntil(day(validUntil)))] : []),
  ];
}

function statementsOf(
  { portrait, recipient, recipientKind }: CredentialView,
  locale: Locale,
): readonly string[] {
  const { years, deeds, attested, statements } = portrait;
  const texts = textsOf(locale);
  const doer = recipientKind === 'establishment' ? texts.thisTeam : (recipient ?? texts.thisPerson);
  const labels = years.map(({ label, value, isOpen }) =>
    value === 1 ? label : value > 0 ? texts.halfYear(label) : texts.shortYear(label, isOpen),
  );
  return [
    ...(labels.length > 0 ? [texts.years(labels)] : []),
    ...(deeds.length > 0
      ? [
          texts.deeds(
            doer,
            deeds.map(({ words }) => words),
          ),
        ]
      : []),
    ...attested,
    ...statements,
  ];
}
