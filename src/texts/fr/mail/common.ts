import type { RoleOutcome } from '../../../domain/mail/subject.ts';
import type { MailKind } from '../../../domain/mail/types.ts';
import type { Confirmation } from '../../../domain/records.ts';
import type { ContestOutcome } from '../../../features/contests/feature.ts';
import { featureTexts } from '../../features.ts';
import { byOffice } from '../../office.ts';
import { toDay } from '../grammar/day.ts';
import { withArticle } from '../grammar/names.ts';
import { count } from '../grammar/page-phrases.ts';
import { accountMails } from './account.ts';
import { badgeMails } from './badges.ts';

/** Subjects contain nothing about a person, because a locked screen shows them. An invitation has one of its
 *  own, with the name of the event, and a message the one that its author wrote. */
const subjects: Readonly<Record<Exclude<MailKind, 'invitation' | 'message'>, string>> = {
  'confirmation-request': 'Une demande de confirmation vous attend',
  'confirmation-reminder': 'Rappel : une demande de confirmation vous attend',
  award: 'Une reconnaissance vous attend',
  decision: 'Une décision a été prise sur votre engagement',
  contest: 'Votre réponse est attendue sur un engagement',
  support: 'Une demande d’accompagnement attend une réponse',
  account: 'Un compte donne accès à votre dossier',
};

const REASONS: Readonly<Record<MailKind, string>> = {
  'confirmation-request': 'vous dirigez un établissement',
  'confirmation-reminder': 'vous dirigez un établissement',
  award: 'un badge numérique vous a été accordé, ou l’a été à votre établissement',
  decision: 'un engagement, ou une mission proposée, vous concerne',
  contest: 'un engagement contesté vous concerne',
  support: 'une demande d’accompagnement, ou une rencontre dans un établissement, vous concerne',
  invitation: 'une invitation à un événement vous est adressée',
  message: 'vous êtes référent numérique, et ce message est adressé à des référents',
  account: 'un compte a été rattaché à votre dossier',
};

type Decided = Exclude<Confirmation, 'requested'>;

/** The state of an engagement after a decision. The motive of a contest is given on the page only. */
const states: Readonly<Record<Decided, (issuer: string) => string>> = {
  confirmed: () => 'Votre chef d’établissement a confirmé cet engagement.',
  'confirmed-with-reservation': () =>
    'Votre chef d’établissement a confirmé cet engagement avec une réserve. Votre page dit laquelle.',
  'confirmed-by-dane': (issuer) => `Cet engagement est confirmé sur pièces par ${withArticle(issuer)}.`,
  contested: () => 'Votre chef d’établissement conteste cet engagement. Votre page dit pour quel motif.',
};

/** The DANE's decision on a contest. Its reason is given on the page only. */
const outcomes: Readonly<Record<ContestOutcome, (issuer: string) => string>> = {
  maintained: (issuer) =>
    `La contestation est maintenue par ${withArticle(issuer)} : l’engagement ne compte pas. La décision est définitive.`,
  lifted: (issuer) => `La contestation est levée : l’engagement est confirmé par ${withArticle(issuer)}.`,
  partial: (issuer) =>
    `La contestation est levée en partie : une part de l’engagement est confirmée par ${withArticle(issuer)}, le reste demeure contesté et ne compte pas. Votre page montre les deux.`,
};

/** The outcome of a role that only one person may hold. */
const roles: Readonly<Record<RoleOutcome, (role: string) => string>> = {
  'role-lost': (role) =>
    `Le rôle « ${role} » passe à une autre personne : votre engagement est partagé à cette date. Le reste n’a pas changé, et il demeure confirmé.`,
  'role-given': (role) => `Le rôle « ${role} » vous est confirmé. Votre page dit à partir de quel jour.`,
  'role-refused': (role) =>
    `Le rôle « ${role} » n’y figure pas : une autre personne le tient déjà, et un établissement n’en a qu’une à la fois.`,
};

const segments = (many: number) => count(many, 'engagement attend', 'engagements attendent');

export const mailTexts = byOffice((office: string) => ({
  subjects,
  greeting: (name = 'Prénom Nom') => `Bonjour ${name},`,
  letter: {
    subject: (many: number) => `${many} nouvelles de la ${office}`,
    gathered: (many: number) =>
      `Voici ${many} nouvelles réunies en un seul message : le service n’écrit en principe qu’une fois par jour.`,
  },
  confirmation: {
    waiting: (many: number, school: string) => `${segments(many)} votre confirmation : ${school}.`,
    stillWaiting: (many: number, school: string) =>
      `${segments(many)} toujours votre confirmation : ${school}.`,
    choices: 'Vous pouvez confirmer, confirmer avec une réserve, ou contester en donnant un motif.',
    others: (many: number) => `et ${count(many, 'autre personne', 'autres personnes')}`,
    closes: (campaign: string, day: string) =>
      `La campagne « ${campaign} » se termine le ${toDay(day) ?? day}.`,
    withoutAnswer: (day: string) =>
      `Trente jours après la demande, soit à partir du ${toDay(day) ?? day}, la ${office} peut confirmer à votre place, sur pièces.`,
    proposals: (many: number, school: string) =>
      many === 1
        ? `Un enseignant propose un changement de son engagement, et vous en décidez : ${school}.`
        : `${many} changements d’engagement vous sont proposés, et vous en décidez : ${school}.`,
    proposalSubject: 'Un changement d’engagement vous est proposé',
    renewalSubject: 'Des engagements sont à reconduire',
    toRenew: (many: number, school: string) =>
      many === 1
        ? `Un engagement sans date de fin est à reconduire pour cette année scolaire. Est-il toujours en cours ? ${school}.`
        : `${many} engagements sans date de fin sont à reconduire pour cette année scolaire. Sont-ils toujours en cours ? ${school}.`,
    renewalChoices: 'Un clic reconduit ceux qui continuent. Pour un autre, dites son dernier jour.',
    open: 'Voir les demandes et y répondre',
  },
  draft: {
    subjects: {
      waiting: 'Une version des critères est à relire',
      adopted: 'Votre version des critères est adoptée',
      sentBack: 'Votre version des critères vous est renvoyée',
    },
    waiting: (from: string) =>
      `Une version des critères vous est proposée, pour juger les badges à partir du ${toDay(from) ?? from}.`,
    what: 'Relisez-la : vous pouvez l’adopter, ou la renvoyer avec un mot.',
    adopted: 'Une autre personne a adopté la version des critères que vous aviez proposée.',
    sentBack:
      'Une autre personne vous renvoie la version des critères que vous aviez proposée, avec ce mot :',
    open: 'Lire cette version',
  },
  ...badgeMails(office),
  account: accountMails(office),
  ...featureTexts('fr', office).mails,
  decision: {
    decided: (school: string, from: string) =>
      `Une décision a été prise sur votre engagement (${school}, depuis le ${toDay(from) ?? from}).`,
    states,
    outcomes,
    roles,
    counts: 'Sa durée compte dans vos années d’engagement dès qu’elle atteint le seuil des critères.',
    contestable: 'Il ne compte pas pour l’instant. Vous pouvez répondre sur votre page.',
    uncounted: 'Il ne compte pas pour l’instant.',
    contestedInFile: 'Cet engagement est enregistré comme contesté.',
    open: 'Ouvrir ma page',
  },
  change: {
    of: (school: string) => `Il s’agit de votre engagement : ${school}.`,
    ends: (day: string) => `Il prend fin le ${toDay(day) ?? day}. Sa confirmation reste.`,
    missions: (day: string) =>
      `Vos missions changent à partir du ${toDay(day) ?? day}. Ce qui précède reste confirmé tel quel.`,
    correction: 'Il a été corrigé. Votre page montre ce qui était enregistré et ce qui l’est maintenant.',
    moved: (school: string) => `Il était enregistré dans le mauvais établissement. Le bon : ${school}.`,
    refused: 'Le changement que vous proposiez est refusé : votre engagement reste comme il est.',
    reason: (reason: string) => `Motif : ${reason}`,
    disagree:
      'Si ce n’est pas exact, parlez-en avec la personne qui a décidé, ou proposez une correction sur votre page.',
  },
  footer: {
    reason: (kinds: readonly MailKind[], issuer: string) =>
      `Ce message vient du service de badges numériques « ${issuer} ». Vous le recevez car ${kinds.map((kind) => REASONS[kind]).join(', et car ')}.`,
    choose: 'Choisir les messages que vous recevez',
    question: (address: string) => `Une question ? Écrivez à ${address}.`,
  },
}));
