import type { RoleOutcome } from '../../../domain/mail/subject.ts';
import type { MailKind } from '../../../domain/mail/types.ts';
import type { Confirmation } from '../../../domain/records.ts';
import type { ContestOutcome } from '../../../features/contests/feature.ts';
import type { MeetingState } from '../../../features/meetings/feature.ts';
import { supportKindTexts } from '../../../features/support/texts.ts';
import { byOffice } from '../../office.ts';
import { toDay, toHour } from '../grammar/day.ts';
import { withArticle } from '../grammar/names.ts';
import { count } from '../grammar/page-phrases.ts';
import { atSchool } from '../grammar/school-name.ts';
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

/** Missions that a principal proposes: who proposes them, and where. */
interface ProposedMissions {
  readonly by: string | undefined;
  readonly place: string;
  readonly from: string;
  readonly to: string | undefined;
}

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
  missions: {
    subject: 'Une mission vous est proposée',
    proposed: ({ by, place, from, to }: ProposedMissions) =>
      `${by === undefined ? 'Votre chef d’établissement' : `${by}, qui dirige votre établissement,`} vous propose, ${to === undefined ? `à partir du ${toDay(from) ?? from}` : `du ${toDay(from) ?? from} au ${toDay(to) ?? to}`}, ${atSchool(place)} :`,
    words: 'Son mot :',
    choice:
      'Vous êtes libre d’accepter ou de décliner, sans motif. Si vous acceptez, votre engagement est enregistré et confirmé aussitôt.',
    open: 'Lire et répondre',
    answeredSubject: 'Une réponse à votre proposition de mission',
    accepted: (school: string, from: string) =>
      `La personne à qui vous aviez proposé ces missions les accepte (${school}). Son engagement est enregistré et confirmé à partir du ${toDay(from) ?? from} :`,
    declined: (school: string) =>
      `La personne à qui vous aviez proposé ces missions les décline (${school}). Rien n’est enregistré :`,
    see: 'Voir les missions proposées',
  },
  report: {
    subject: 'Votre bilan annuel a été reçu',
    received: (office: string, year: string, school: string) =>
      `${office} a accusé réception de votre bilan de l’année ${year} (${school}). Il compte désormais dans vos badges.`,
    open: 'Voir mon bilan',
  },
  support: {
    kinds: supportKindTexts,
    about: (kind: string, school: string) => `${kind} : ${school}.`,
    waits: `Une demande adressée à la ${office} attend une réponse.`,
    answer: 'Lire et répondre',
    answeredSubject: 'Une réponse à votre demande d’accompagnement',
    answered: `La ${office} a répondu à votre demande d’accompagnement.`,
    planned: (day: string) => `Le jour prévu : le ${toDay(day) ?? day}.`,
    closed: 'La demande est close. Si quelque chose manque, ajoutez un mot : elle se rouvrira.',
    open: 'Lire la réponse',
  },
  invitation: {
    invited: (event: string, from: string, to: string) =>
      `La ${office} vous invite : « ${event} », ${
        from === to ? `le ${toDay(from) ?? from}` : `du ${toDay(from) ?? from} au ${toDay(to) ?? to}`
      }.`,
    place: (place: string) => `Lieu : ${place}.`,
    times: (from: string, to: string) => `De ${toHour(from)} à ${toHour(to)}.`,
    link: 'La classe virtuelle',
    calendar: 'L’ajouter à mon agenda',
    answer: 'Dites si vous venez. Vous pouvez changer de réponse jusqu’à ce jour-là.',
    open: 'Répondre à l’invitation',
    subject: (event: string, day: string) => `Invitation : ${event}, le ${toDay(day) ?? day}`,
    reminderSubject: (event: string, day: string) =>
      `Rappel, votre réponse est attendue : ${event}, le ${toDay(day) ?? day}`,
    cancelledSubject: (event: string) => `Invitation annulée : ${event}`,
    cancelled: (event: string, day: string) =>
      `L’invitation à « ${event} », le ${toDay(day) ?? day}, est annulée. Vous n’avez rien à faire.`,
  },
  meeting: {
    subjects: {
      asked: 'Rencontre annuelle : une demande',
      proposed: 'Rencontre annuelle : un jour est proposé',
      planned: 'Rencontre annuelle : le jour est fixé',
      held: 'Rencontre annuelle : le compte rendu est là',
      cancelled: 'Rencontre annuelle : elle est annulée',
    } satisfies Readonly<Record<MeetingState, string>>,
    of: (school: string) => `Il s’agit de la rencontre annuelle : ${school}.`,
    states: {
      asked: () => 'Elle est demandée. Le jour reste à fixer.',
      proposed: (day: string) =>
        `Le jour proposé : le ${toDay(day) ?? day}. Vous pouvez l’accepter, ou en proposer un autre.`,
      planned: (day: string) => `Elle est prévue le ${toDay(day) ?? day}.`,
      held: (day: string) =>
        `Elle s’est tenue le ${toDay(day) ?? day}. Son compte rendu se lit sur le service.`,
      cancelled: () => 'Elle est annulée.',
    } satisfies Readonly<Record<MeetingState, (day: string) => string>>,
    open: 'Ouvrir la page de la rencontre',
  },
  contest: {
    waits: `Votre chef d’établissement conteste un de vos engagements. Vous pouvez répondre ; la ${office} décide ensuite. Il ne compte pas d’ici là.`,
    waitsFromFile: `Un de vos engagements est enregistré comme contesté. Vous pouvez répondre ; la ${office} décide ensuite. Il ne compte pas d’ici là.`,
    answeredSubject: 'Pour information : une réponse a été donnée',
    answered: `L’enseignant a répondu à votre contestation d’un engagement. C’est à la ${office} de décider : vous n’avez rien à faire.`,
    decidedSubject: `Pour information : la ${office} a rendu une décision`,
    decided: {
      maintained: `La ${office} maintient votre contestation : l’engagement ne compte pas.`,
      lifted: `La ${office} lève votre contestation : elle confirme l’engagement.`,
      partial: `La ${office} lève votre contestation en partie : elle confirme une part de l’engagement, le reste demeure contesté.`,
    },
    where: 'Les motifs et les réponses se lisent sur le service seulement, après connexion.',
    answer: 'Lire et répondre',
    read: 'Lire la contestation',
  },
  footer: {
    reason: (kinds: readonly MailKind[], issuer: string) =>
      `Ce message vient du service de badges numériques « ${issuer} ». Vous le recevez car ${kinds.map((kind) => REASONS[kind]).join(', et car ')}.`,
    choose: 'Choisir les messages que vous recevez',
    question: (address: string) => `Une question ? Écrivez à ${address}.`,
  },
}));
