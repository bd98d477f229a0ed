import type { MailKind } from '../../domain/mail.ts';
import type { Confirmation } from '../../domain/records.ts';
import { toDay } from './day.ts';
import { count, withArticle } from './page-words.ts';

/** The subjects hold nothing about anyone: they show on a locked screen. */
const subjects: Readonly<Record<MailKind, string>> = {
  'confirmation-request': 'Une demande de confirmation vous attend',
  'confirmation-reminder': 'Rappel : une demande de confirmation vous attend',
  award: 'Une reconnaissance vous attend',
  decision: 'Une décision a été prise sur votre page',
  contest: 'Un échange attend votre réponse',
};

const REASONS: Readonly<Record<MailKind, string>> = {
  'confirmation-request': 'vous dirigez un établissement',
  'confirmation-reminder': 'vous dirigez un établissement',
  award: 'un badge numérique vous a été accordé, ou l’a été à votre établissement',
  decision: 'vous avez déclaré un engagement',
  contest: 'un engagement contesté vous concerne',
};

type Decided = Exclude<Confirmation, 'requested'>;

/** Says the state of an engagement after a decision; the motive of a contest is said on the page alone. */
const states: Readonly<Record<Decided, (issuer: string) => string>> = {
  confirmed: () => 'Votre chef d’établissement a confirmé cet engagement.',
  'confirmed-with-reservation': () =>
    'Votre chef d’établissement a confirmé cet engagement avec une réserve. Votre page dit laquelle.',
  'confirmed-by-dane': (issuer) => `Cet engagement est confirmé sur pièces par ${withArticle(issuer)}.`,
  contested: () => 'Cet engagement est contesté. Votre page dit pour quel motif.',
};

const segments = (many: number) => count(many, 'engagement attend', 'engagements attendent');

/** The words of the mails that the service writes. */
export const mailTexts = {
  subjects,
  greeting: 'Bonjour,',
  confirmation: {
    waiting: (many: number) => `${segments(many)} votre confirmation dans votre établissement.`,
    stillWaiting: (many: number) => `${segments(many)} toujours votre confirmation dans votre établissement.`,
    choices: 'Vous pouvez confirmer, confirmer avec une réserve, ou contester en donnant un motif.',
    withoutAnswer: 'Trente jours après la demande, la DANE peut confirmer à votre place, sur pièces.',
    open: 'Ouvrir la page de mon établissement',
  },
  award: {
    ofPerson: (name: string, issuer: string) =>
      `Un badge numérique vous est accordé par ${withArticle(issuer)} : « ${name} ».`,
    ofSchool: (name: string, issuer: string) =>
      `Un badge numérique est accordé à votre établissement par ${withArticle(issuer)} : « ${name} ».`,
    criteria: 'Les critères, et comment ils sont remplis :',
    byDecision: 'Il est accordé par une décision particulière.',
    voluntary:
      'C’est vous qui décidez : acceptez ce badge, ou refusez-le sans vous justifier. Rien n’est obligatoire. Tant que vous ne l’avez pas accepté, sa page n’est pas publique.',
    voluntaryForSchool:
      'C’est vous qui décidez pour votre établissement : acceptez ce badge, ou refusez-le sans vous justifier. Rien n’est obligatoire. Tant que vous ne l’avez pas accepté, sa page n’est pas publique.',
    shown:
      'Une fois accepté, sa page publique montrera le badge, qui l’a délivré, quand, et comment les critères sont remplis. Vous choisissez si votre nom y figure en entier, par vos initiales ou pas du tout, et si vos établissements y figurent. Vous pourrez la masquer de nouveau.',
    shownOfSchool:
      'Une fois accepté, sa page publique montrera le badge, qui l’a délivré, quand, et comment les critères sont remplis. Elle ne nomme aucun membre de l’équipe. Vous pourrez la masquer de nouveau.',
    download:
      'Vous pourrez alors télécharger le badge sur cette page : image (PNG ou SVG) ou fichier de preuve (JSON ou JWT).',
    open: 'Accepter ou refuser ce badge',
  },
  decision: {
    decided: (school: string, from: string) =>
      `Une décision a été prise sur votre engagement (${school}, depuis le ${toDay(from) ?? from}).`,
    states,
    counts: 'Il compte désormais dans vos années d’engagement.',
    contestable: 'Il ne compte pas pour l’instant. Vous pouvez répondre sur votre page.',
    open: 'Ouvrir ma page',
  },
  contest: {
    waits: 'Un engagement contesté attend une réponse ou une décision.',
    where: 'Les motifs et les réponses se lisent sur le service seulement, après connexion.',
    open: 'Lire et répondre',
  },
  footer: {
    reason: (kind: MailKind, issuer: string) =>
      `Ce message vient du service de badges numériques « ${issuer} ». Vous le recevez car ${REASONS[kind]}.`,
    choose: 'Choisir les messages que vous recevez',
    question: (address: string) => `Une question ? Écrivez à ${address}.`,
  },
};

export type MailTexts = typeof mailTexts;
