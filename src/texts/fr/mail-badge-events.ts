import type { SuspensionCause } from '../../domain/award/award-types.ts';
import type { BadgeEvent } from '../../domain/mail/mail-subject.ts';
import { toDay } from './day.ts';
import { withArticle } from './page-words.ts';
import { suspensionCauses } from './suspension-causes.ts';

const subjects: Readonly<Record<BadgeEvent, string>> = {
  suspended: 'Votre badge numérique est suspendu',
  resumed: 'Votre badge numérique vaut de nouveau',
  revoked: 'Votre badge numérique est révoqué',
  'signed-anew': 'Votre badge numérique a été signé de nouveau',
  'ends-in-six-months': 'Votre badge numérique peut bientôt être renouvelé',
  unanswered: 'Un badge numérique attend votre réponse',
  'ends-in-a-month': 'Votre badge numérique prend fin dans un mois',
};

/** Mails about a badge that its holder already knows. */
export const badgeLifeMails = (office: string) => ({
  subjects,
  suspended: (name: string, issuer: string) =>
    `Votre badge « ${name} » est suspendu par ${withArticle(issuer)}.`,
  cause: (cause: SuspensionCause, reason: string) => `${suspensionCauses[cause]}. Motif public : ${reason}`,
  suspendedMeans: `Une suspension n’est pas une révocation. Tant qu’elle dure, quiconque vérifie le badge lit qu’il est suspendu. Il vous sera rendu tel quel, ou révoqué avec un motif. Si vous n’êtes pas d’accord, ou si vous avez un document à montrer, écrivez à la ${office}.`,
  resumed: (name: string, issuer: string) =>
    `La suspension de votre badge « ${name} » est levée par ${withArticle(issuer)}.`,
  resumedMeans:
    'Il vaut de nouveau, à la même adresse. Les fichiers que vous en aviez téléchargés se vérifient comme avant. Vous n’avez rien à faire.',
  revoked: (name: string, issuer: string) =>
    `Votre badge « ${name} » est révoqué par ${withArticle(issuer)}. Il ne vaut plus reconnaissance.`,
  reason: (reason: string) => `Motif public : ${reason}`,
  revokedMeans: `Ce qui est enregistré de votre engagement n’est pas touché. Si vous pensez que c’est une erreur, écrivez à la ${office}.`,
  signedAnew: (name: string, issuer: string) =>
    `Votre badge « ${name} » vient d’être signé de nouveau par ${withArticle(issuer)}, parce que la clé qui l’avait signé a pu passer entre d’autres mains. Elle ne vaut plus.`,
  signedAnewMeans:
    'Vous n’avez rien perdu : votre badge dit la même chose, à la même adresse. Sa page, les liens et les codes QR qui y mènent se vérifient comme avant.',
  signedAnewAct:
    'En revanche, les fichiers téléchargés avant ce jour (image, fichier du badge, certificat) et la copie de votre portefeuille numérique ne se vérifient plus. Si vous en avez remis, téléchargez-les de nouveau depuis la page de votre badge et remplacez-les.',
  ends: (name: string, until: string) =>
    `Votre badge « ${name} » est valable jusqu’au ${toDay(until) ?? until}.`,
  renewable: (day: string) =>
    `Il est renouvelable à partir du ${toDay(day) ?? day} : un nouveau badge, s’il vous est accordé, prendra sa suite.`,
  endsMeans: `Sa page, dans votre espace, dit si les critères d’aujourd’hui sont remplis et ce qui manque. S’ils le sont, la ${office} décide. Après son terme, l’ancien badge reste authentique : il dit ce qui était reconnu, et jusqu’à quand.`,
  unanswered: (name: string, issuer: string, at: string) =>
    `Le badge « ${name} », accordé par ${withArticle(issuer)} le ${toDay(at) ?? at}, attend toujours votre réponse.`,
  unansweredMeans:
    'C’est vous qui décidez : acceptez-le, ou refusez-le sans vous justifier. Tant que vous ne l’avez pas accepté, il n’a pas de page publique.',
  unansweredOnce: 'Le service n’en reparlera pas de lui-même.',
  open: 'Voir ce badge',
});
