import type { AwardedWhen } from '../../domain/holder/awarded-date.ts';
import { featureTexts } from '../features.ts';
import { byOffice } from '../office.ts';
import { closedTexts } from './account/closed.ts';
import { newcomersTexts } from './account/newcomers.ts';
import { accountTexts } from './account/pages.ts';
import { findingTexts } from './criteria/findings.ts';
import {
  confirmationLabels,
  contributionLabels,
  eventKindLabels,
  proofLabels,
  reviewKindLabels,
  roleLabels,
} from './criteria/labels.ts';
import { carryOverTexts } from './dane/carry-over.ts';
import { revocationsTexts } from './dane/revocations.ts';
import { daneTexts } from './dane/space.ts';
import { suspensionTexts } from './dane/suspension.ts';
import { undoTexts } from './dane/undo.ts';
import { toDay } from './grammar/day.ts';
import { formTexts } from './grammar/forms.ts';
import { withArticle } from './grammar/names.ts';
import { count } from './grammar/page-phrases.ts';
import { sharingTexts } from './mission-sharing.ts';
import { renewalTexts } from './my/badges.ts';
import { changeTexts } from './my/changes.ts';
import { myTexts } from './my/space.ts';
import { aboutTexts } from './public/about.ts';
import { accessibilityTexts } from './public/accessibility.ts';
import { apiReferenceTexts } from './public/api-reference-page.ts';
import { badgeLogTexts } from './public/badge-log.ts';
import { badgePageTexts } from './public/badge-pages.ts';
import { credentialPageTexts } from './public/credential-page.ts';
import { easyTexts } from './public/easy.ts';
import { errorPageTexts } from './public/error-pages.ts';
import { frameworkTexts } from './public/framework.ts';
import { issuerPageTexts } from './public/issuer-page.ts';
import { verifyPageTexts } from './public/verify-page.ts';
import { schoolTexts } from './school/space.ts';
import { yearPageTexts } from './school/year-pages.ts';
import { deviceTexts } from './verification/browser.ts';

const TIME = new Intl.DateTimeFormat('fr-FR', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Paris',
});

/** An instant → « 8 h 05 », in Paris time. */
function toTime(instant: string): string {
  const [hour, minute] = TIME.format(Date.parse(instant)).split(':');
  return `${Number(hour)} h ${minute}`;
}

export const pageTexts = byOffice((office: string) => ({
  /** A day or an instant → « 12 juillet 2026 ». */
  day: (date: string) => toDay(date) ?? date,
  /** « le 12 juillet 2026 » or, where a badge tells no day, « en 2025-2026 ». */
  awarded: (when: AwardedWhen) =>
    when.kind === 'day' ? `le ${toDay(when.at) ?? when.at}` : `en ${when.year}-${when.year + 1}`,
  /** An instant → « 12 juillet 2026 à 14 h 05 ». */
  moment: (instant: string) => `${toDay(instant) ?? instant} à ${toTime(instant)}`,
  layout: {
    skip: 'Aller au contenu',
    openBadges: 'Open Badges',
    home: 'Accueil',
    aboutService: 'Sur ce service',
    mainNavigation: 'Navigation principale',
    menu: 'Menu',
    catalogue: 'Badges',
    verify: 'Vérifier',
    framework: 'Référentiel',
    demoShort: 'Démonstration : personnes inventées, badges vérifiables ici seulement.',
    demo: 'Démonstration : les établissements sont réels, les personnes sont inventées. Les badges délivrés à une adresse http se vérifient dans ce service seulement.',
    issuer: 'Qui délivre ces badges',
    licence: 'Logiciel libre, sous licence MIT. Caractères Source Sans 3, sous licence SIL OFL.',
    attribution: (issuer: string) =>
      `Badges numériques délivrés par ${withArticle(issuer)}, à la norme Open Badges 3.0.`,
    titleOf: (title: string, issuerCode: string) => `${title} — ${issuerCode}`,
  },
  home: {
    title: 'L’engagement numérique, reconnu',
    lede: 'Des enseignantes et des enseignants portent le numérique dans leur établissement. Jalon reconnaît cet engagement par des badges numériques : des critères publiés, une décision prise par une personne, un résultat que chacun peut vérifier.',
    doors: 'Que cherchez-vous ?',
    catalogue: 'Voir les badges',
    catalogueText: 'Ce que chaque badge reconnaît, et selon quels critères exactement.',
    verify: 'Vérifier un badge',
    verifyText:
      'Un lien, un fichier ou la photo d’un code QR, d’ici ou d’ailleurs : la réponse, puis le détail.',
    framework: 'Lire le référentiel',
    frameworkText: 'Les missions du référent numérique, famille par famille.',
    principles: 'Ce sur quoi vous pouvez compter',
    principleList: [
      'Des faits, jamais de score : années d’engagement, missions exercées, heures de formation.',
      'Les critères sont publiés avec leur version. Un badge délivré garde la sienne.',
      'Une personne décide de chaque badge, et son titulaire choisit de le rendre public ou non.',
      'Tout badge est signé : une modification se voit, une révocation aussi.',
    ],
    badges: 'Les badges',
    allBadges: 'Tous les badges et leurs critères',
    description: 'Badges numériques vérifiables pour les référents numériques des établissements.',
  },
  issuer: issuerPageTexts(office),
  badgeLog: badgeLogTexts,
  ...badgePageTexts,
  framework: frameworkTexts(office),
  credential: credentialPageTexts(office),
  easy: easyTexts(office),
  verify: verifyPageTexts,
  device: deviceTexts,
  closed: closedTexts,
  apiReference: apiReferenceTexts(office),
  errors: errorPageTexts,
  about: aboutTexts(office),
  accessibility: accessibilityTexts,
  account: accountTexts(office),
  findings: findingTexts(office),
  forms: formTexts(office),
  my: myTexts(office),
  school: schoolTexts(office),
  ...featureTexts('fr', office).pages,
  changes: changeTexts(office),
  undo: undoTexts,
  newcomers: newcomersTexts(office),
  carryOver: carryOverTexts(office),
  sharing: sharingTexts(office),
  yearPages: yearPageTexts(office),
  suspension: suspensionTexts(office),
  renewal: renewalTexts(office),
  revocations: revocationsTexts(office),
  dane: daneTexts(office),
  records: {
    roles: roleLabels(office),
    contributions: contributionLabels,
    eventKinds: eventKindLabels,
    confirmations: confirmationLabels(office),
    proofs: proofLabels,
    reviewKinds: reviewKindLabels,
  },
  count,
}));

export type PageTexts = ReturnType<typeof pageTexts>;
