import type { OutdatedSubject } from '../../../domain/award/credential-change.ts';
import type { SuspensionCause } from '../../../domain/award/types.ts';
import type { BadgeEvent } from '../../../domain/mail/subject.ts';
import { suspensionCauses } from '../dane/suspension-causes.ts';
import { toDay } from '../grammar/day.ts';
import { withArticle } from '../grammar/names.ts';

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
const lifeMails = (office: string) => ({
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
    `Votre badge « ${name} » est révoqué par ${withArticle(issuer)}. Il n’est plus valable.`,
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

/** Mails about a badge: a new one, one that was signed again, and one whose state changed. */
export const badgeMails = (office: string) => ({
  award: {
    ofPerson: (name: string, issuer: string) =>
      `Un badge numérique vous est accordé par ${withArticle(issuer)} : « ${name} ».`,
    ofSchool: (name: string, issuer: string) =>
      `Un badge numérique est accordé à votre établissement par ${withArticle(issuer)} : « ${name} ».`,
    what: 'Un badge numérique est une attestation signée, que chacun peut vérifier en ligne.',
    criteria: 'Les critères, et comment ils sont remplis :',
    byDecision: 'Il est accordé par une décision particulière.',
    voluntary:
      'C’est vous qui décidez : acceptez ce badge, ou refusez-le sans vous justifier. Rien n’est obligatoire. Tant que vous ne l’avez pas accepté, il n’a pas de page publique.',
    voluntaryForSchool:
      'C’est vous qui décidez pour votre établissement : acceptez ce badge, ou refusez-le sans vous justifier. Rien n’est obligatoire. Tant que vous ne l’avez pas accepté, il n’a pas de page publique.',
    shown:
      'En l’acceptant, vous choisissez qui le voit : vous seulement, ceux à qui vous donnez le lien, ou tout le monde. Sa page montre le badge, qui l’a délivré, quand, et comment les critères sont remplis. Vous choisissez si votre nom y figure en entier, par vos initiales ou pas du tout, et si vos établissements y figurent. Vous pourrez changer d’avis à tout moment.',
    shownOfSchool:
      'En l’acceptant, vous choisissez qui le voit : vous seulement, ceux à qui vous donnez le lien, ou tout le monde. Sa page montre le badge, qui l’a délivré, quand, et comment les critères sont remplis. Elle ne nomme aucun membre de l’équipe. Vous pourrez changer d’avis à tout moment.',
    share:
      'Une fois le badge publié, vous pourrez le partager et le télécharger : lien, image, certificat, code QR, signature de courriel.',
    open: 'Voir le badge et choisir',
  },
  correction: {
    subject: 'Votre badge numérique a été corrigé',
    signedAgain: (name: string, issuer: string) =>
      `Votre badge « ${name} » vient d’être signé de nouveau par ${withArticle(issuer)}.`,
    why: 'La première signature disait autre chose que ce qui est établi :',
    reasons: {
      'email-identifier':
        'une empreinte de votre adresse e-mail y figurait sans que vous l’ayez demandée ; elle n’y est plus. Vous pouvez la demander sur la page du badge.',
      holder: 'le nom inscrit dans le badge n’était pas celui d’aujourd’hui.',
      title: 'le titre du badge ne disait pas de quelle année il parle.',
      contributions:
        'des contributions que personne n’a validées étaient dites reconnues. Celles que les critères comptent sont maintenant dites « déclaré par la personne » ; les autres n’y sont plus.',
      evidence:
        'ce qu’il disait de vos années ou de ses critères n’était pas exact : une année sans point d’étape exigé, par exemple, passait pour une année avec un point d’étape.',
      figures: 'un chiffre ou une date de votre engagement n’était pas celui qui est établi.',
      dates: 'une date du badge n’était pas la bonne.',
      words:
        'le mot d’un chef d’établissement qu’il montrait n’est pas celui que vous avez choisi d’y montrer.',
    } satisfies Record<OutdatedSubject, string>,
    unchanged:
      'Votre badge reste valable, à la même adresse, et sa date d’attribution ne change pas. Vous n’avez rien à faire.',
    copies:
      'Si vous en aviez téléchargé ou partagé un fichier, remplacez-le par celui que la page propose maintenant.',
    open: 'Voir ce badge',
  },
  life: lifeMails(office),
});
