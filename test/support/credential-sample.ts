import type { CredentialView, ReportView } from '../../src/adapters/http/public/verify/verification-view.ts';
import type { AboutTexts } from '../../src/adapters/http/view-models/about-service.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import {
  STEP_NAMES,
  type Step,
  type StepName,
  type Verdict,
} from '../../src/open-badges/verification/report.ts';
import { pageTexts as pagesEn } from '../../src/texts/en/pages.ts';
import { verificationTexts as en } from '../../src/texts/en/verification/report.ts';
import { pageTexts as pagesFr } from '../../src/texts/fr/pages.ts';
import { verificationTexts as fr } from '../../src/texts/fr/verification/report.ts';
import { OFFICE } from '../../src/texts/office.ts';
import { framework } from './office.ts';

type SampleLocale = 'fr' | 'en';

const FAULTS: Readonly<Partial<Record<Verdict, Partial<Record<StepName, Omit<Step, 'step' | 'detail'>>>>>> = {
  expired: {
    validity: { result: 'failed', code: 'expired', params: { validUntil: '2026-08-31T21:59:59Z' } },
  },
  revoked: { status: { result: 'failed', code: 'revoked' } },
  'signature-not-valid': { proof: { result: 'failed', code: 'bad-signature' } },
  'not-verifiable': {
    proof: { result: 'not-checked', code: 'unsupported-proof' },
    status: { result: 'not-checked', code: 'skipped' },
  },
};

/** A verification report in words, as the service writes it. */
export function sampleReport(locale: SampleLocale, verdict: Verdict): ReportView {
  const texts = locale === 'fr' ? fr : en;
  return {
    verdict,
    isUnsigned: false,
    word: texts.shortVerdict(verdict),
    sentence: texts.verdict[verdict]({
      issuerName: 'DANE de Dijon',
      issuedAt: '2026-07-12T09:00:00Z',
      validUntil: '2026-08-31T21:59:59Z',
      revokedAt: '2026-10-02T08:00:00Z',
      revocationReason: locale === 'fr' ? 'délivré par erreur' : 'issued by mistake',
      isOurs: true,
    }),
    checkedAt: '2026-11-24T13:05:00Z' as never,
    steps: STEP_NAMES.map((step) => {
      const { result, code, params } = FAULTS[verdict]?.[step] ?? { result: 'passed', code: 'ok' };
      return {
        step,
        name: texts.stepName[step],
        result,
        resultWord: texts.result({ step, result, code }),
        sentence: texts.step({ step, code, params }),
        technical: 'did:web:badges.ac-dijon.example#ed-2026-09-01',
      };
    }),
  };
}

const CRITERIA = {
  fr: [
    ['Au moins 3 années scolaires d’engagement confirmé', '3 années : 2023-2024, 2024-2025, 2025-2026.'],
    ['Au moins 3 familles de missions, dont A', '4 familles : A, C, D et E.'],
    ['Au moins 12 h de formation sur les trois dernières années scolaires', '27 h de formation attestées.'],
    ['Une rencontre ou classe virtuelle de la DANE, deux années au moins', '2024-2025 et 2025-2026.'],
    ['Un point d’étape ou un bilan, trois années', '2023-2024, 2024-2025 et 2025-2026.'],
    ['Un engagement au cours des trois dernières années scolaires', '2025-2026.'],
  ],
  en: [
    ['At least 3 school years of confirmed engagement', '3 years: 2023-2024, 2024-2025, 2025-2026.'],
    ['At least 3 families of missions, A among them', '4 families: A, C, D and E.'],
    ['At least 12 h of training over the last three school years', '27 h of attested training.'],
    ['A meeting or virtual class of the DANE in two years at least', '2024-2025 and 2025-2026.'],
    ['A progress review in three years', '2023-2024, 2024-2025 and 2025-2026.'],
    ['An engagement within the last three school years', '2025-2026.'],
  ],
} as const;

/** The badge "RUPN confirmé·e", as its holder chose to show it. */
export function credentialSample(locale: SampleLocale, verdict: Verdict): CredentialView {
  const french = locale === 'fr';
  const pageUrl = 'https://badges.ac-dijon.example/credentials/k3Vq0cXw2mJr8TzYd5LhBg';
  return {
    endorsements: [],
    shareWords: { title: 'Claire D.', text: 'Claire D.', phrase: `Claire D. ${pageUrl}` },
    name: french ? 'RUPN confirmé·e' : 'Established RUPN',
    description: french
      ? 'Reconnaît un engagement de RUPN installé dans la durée : accompagner l’équipe éducative et porter d’autres familles de missions, se former régulièrement et faire le point chaque année sur la mission.'
      : 'Recognises a RUPN’s lasting engagement: supporting the teaching team and carrying further families of missions, training regularly and reviewing the mission each year.',
    image: { src: '/credentials/k3Vq0cXw2mJr8TzYd5LhBg/image.svg', alt: 'Badge « RUPN confirmé·e »' },
    recipient: 'Claire D.',
    recipientKind: 'person',
    awarded: { kind: 'day', at: '2026-07-12T09:00:00Z' as Instant },
    validUntil: '2029-08-31T21:59:59Z',
    report: sampleReport(locale, verdict),
    portrait: {
      duration: 2.5,
      figures: french
        ? [
            { figure: '2½', unit: 'années d’engagement' },
            { figure: '4', unit: 'familles de missions' },
            { figure: '27 h', unit: 'de formation' },
          ]
        : [
            { figure: '2½', unit: 'years of service' },
            { figure: '4', unit: 'families of missions' },
            { figure: '27 h', unit: 'of training' },
          ],
      period: { first: 2023, last: 2025 },
      schools: [],
      deeds: framework.families
        .filter(({ code }) => code !== 'B')
        .map(({ sign, does }) => ({ sign, words: does[french ? 'fr' : 'en'] })),
      attested: [
        french
          ? 'Engagement confirmé par le chef d’établissement.'
          : 'Engagement confirmed by the principal.',
      ],
      years: ([0.5, 1, 1] as const).map((value, index) => ({
        year: 2023 + index,
        value,
        isOpen: false,
        label: `${2023 + index}-${2024 + index}`,
        statement: french ? 'Point d’étape tenu.' : 'Progress review held.',
      })),
      statements: [french ? 'Formations suivies : 27 h.' : 'Training attended: 27 h.'],
    },
    issuerName: 'DANE de Dijon',
    about: sampleAbout(locale),
    criteria: CRITERIA[locale].map(([requirement, explanation]) => ({ requirement, explanation, met: true })),
    criteriaVersion: 1,
    badgeHref: '/badges/RUPN-CONF/v1',
    ...((verdict === 'revoked' || verdict === 'suspended') && { setAside: verdict }),
    missions: [{ name: 'Accompagner l’équipe', code: 'A1', url: `${pageUrl}/../referentiel` }],
    alignments: [
      {
        name: 'Pratique réflexive',
        code: '1.3',
        framework: 'DigCompEdu',
        url: 'https://europa.example/digcompedu',
      },
    ],
    pageUrl,
    qrHref: '/credentials/k3Vq0cXw2mJr8TzYd5LhBg/qr.svg',
    downloads: ['PNG', 'SVG', 'JSON', 'JWT'].map((label) => ({
      label,
      href: `${pageUrl}.${label.toLowerCase()}`,
      download: `rupn-confirme-2026.${label.toLowerCase()}`,
    })),
    share: [{ label: 'LinkedIn', href: 'https://www.linkedin.com/sharing/share-offsite/?url=x' }],
    embedHtml: `<a href="${pageUrl}"><img src="${pageUrl}.png" alt="Badge"></a>`,
    verifyElsewhere: [{ label: 'VerifierPlus', href: 'https://verifierplus.org/#verify?vc=x' }],
  };
}

/** What strangers are told where the operator has set nothing. */
export function sampleAbout(locale: 'fr' | 'en'): AboutTexts {
  const { credential, issuer: texts } = (locale === 'fr' ? pagesFr : pagesEn)(OFFICE);
  const issuer = credential.about.issuer('académie de Dijon');
  return {
    mission: credential.about.person,
    issuer,
    delivered: credential.about.delivered('DANE de Dijon', issuer),
    office: texts.is('DANE de Dijon', issuer),
  };
}
