import { textsOf } from '../../domain/features/declaration.ts';
import { count as countEn, plural as pluralEn } from '../../texts/en/grammar/page-phrases.ts';
import { count, plural } from '../../texts/fr/grammar/page-phrases.ts';
import type { feature, RecipientState } from './feature.ts';

/** Messages of the office to the network. */
const messageTexts = (office: string) => ({
  title: 'Messages au réseau',
  lede: `Ce que la ${office} a écrit aux référents, et ce qui en est revenu. Personne ne sait qui a ouvert un message : rien n’y est suivi.`,
  bound: (most: number, left: number) =>
    `Tout agent de la ${office} peut écrire ; le service envoie au plus ${count(most, 'message', 'messages')} par jour, tous agents ensemble. ${
      left === 0 ? 'Il n’en reste aucun pour aujourd’hui.' : `Il en reste ${left} pour aujourd’hui.`
    }`,
  noMailer: 'Ce service n’envoie pas de courriels : aucun message ne peut partir.',
  choose: 'Choisir à qui écrire',
  none: 'Aucun message n’a encore été écrit.',
  subject: 'Objet',
  writtenOn: 'Écrit le',
  writtenBy: 'Par',
  people: 'Personnes',
  state: 'État',
  isCancelled: 'arrêté',
  isSent: 'envoyé ou en cours',
  removed: 'Message retiré',
  removedText: 'Ce texte nommait une personne qui a été effacée : il a été retiré.',
  newTitle: 'Écrire au réseau',
  whom: 'À qui',
  wrongFilter: 'Ce filtre ne désigne rien. Revenez à l’annuaire.',
  changeFilter: 'Changer de destinataires',
  reached: (many: number): string =>
    many === 0
      ? 'Personne ne recevrait ce message.'
      : plural(many, 'Une personne recevrait ce message.', `${many} personnes recevraient ce message.`),
  withoutAddress: (many: number): string =>
    plural(many, 'Une personne n’a pas d’adresse.', `${many} personnes n’ont pas d’adresse.`),
  notWanted: (many: number): string =>
    plural(
      many,
      'Une personne ne veut pas de ces messages.',
      `${many} personnes ne veulent pas de ces messages.`,
    ),
  ended: (many: number): string =>
    plural(
      many,
      'Une personne n’est pas comptée : son engagement a pris fin cette année.',
      `${many} personnes ne sont pas comptées : leur engagement a pris fin cette année.`,
    ),
  whoWithout: 'Qui n’a pas d’adresse',
  message: 'Le message',
  form: {
    title: 'Objet',
    body: 'Texte',
    bodyHelp:
      'Une ligne vide sépare deux paragraphes. Le service ajoute « Bonjour, » et le nom de l’émetteur.',
  },
  preview: 'Voir le message avant l’envoi',
  previewAgain: 'Revoir le message',
  asRead: 'Le message, tel qu’il sera lu',
  send: (many: number): string => plural(many, 'Envoyer à cette personne', `Envoyer à ces ${many} personnes`),
  about: (moment: string, author: string) => `Écrit le ${moment} par ${author}.`,
  goesOn: (sent: number, people: number) =>
    `Envoi en cours : ${sent} sur ${people}. Vous pouvez quitter cette page. Qui a déjà reçu un courriel aujourd’hui reçoit celui-ci demain, avec le reste.`,
  over: (sent: number, people: number) =>
    sent === people
      ? `Envoyé à ${count(people, 'personne', 'personnes')}.`
      : `Envoyé à ${sent} des ${count(people, 'personne', 'personnes')}.`,
  cancelled: (moment: string, sent: number, unsent: number) =>
    `Arrêté le ${moment}. Messages partis : ${sent}. Messages qui ne partent pas : ${unsent}.`,
  cancel: 'Arrêter l’envoi',
  states: {
    sent: 'envoyés',
    waiting: 'à envoyer',
    refused: 'refusés par le serveur de courriel',
    skipped: 'non envoyés',
    'no-address': 'sans adresse',
    'not-wanted': 'pas voulus',
  } satisfies Readonly<Record<RecipientState, string>>,
  toReach: 'pas encore atteints',
  notReached: 'Qui n’a pas reçu ce message',
  person: 'Personne',
  email: 'Adresse électronique',
  why: 'Pourquoi',
  reasons: {
    refused: 'adresse refusée par le serveur de courriel',
    skipped: 'non envoyé',
    'no-address': 'aucune adresse',
    'not-wanted': 'ne veut pas de ces messages',
  },
  text: 'Le texte',
  back: 'Revenir aux messages',
  filter: {
    everybody: 'Tous les référents dont un engagement est en cours.',
    only: (parts: string) => `Les référents en cours : ${parts}.`,
    role: (role: string) => `rôle « ${role} »`,
    mission: (mission: string) => `mission ${mission}`,
    department: (name: string) => `département ${name}`,
    school: (name: string) => name,
    event: (title: string) => `invités ou présents à « ${title} »`,
    text: (text: string) => `recherche « ${text} »`,
  },
});

/** Messages of the office to the network. */
const messageTextsEn = (office: string): ReturnType<typeof messageTexts> => ({
  title: 'Messages to the network',
  lede: `What the ${office} wrote to the referents, and what came back. Nobody knows who opened a message: nothing in it is tracked.`,
  bound: (most, left) =>
    `Every agent of the ${office} may write; the service sends at most ${countEn(most, 'message', 'messages')} a day, all agents together. ${
      left === 0 ? 'None is left for today.' : `${left} left for today.`
    }`,
  noMailer: 'This service sends no mail: no message can leave.',
  choose: 'Choose whom to write to',
  none: 'No message has been written yet.',
  subject: 'Subject',
  writtenOn: 'Written on',
  writtenBy: 'By',
  people: 'People',
  state: 'State',
  isCancelled: 'stopped',
  isSent: 'sent, or being sent',
  removed: 'Message removed',
  removedText: 'This text named a person who was erased: it was removed.',
  newTitle: 'Write to the network',
  whom: 'To whom',
  wrongFilter: 'This filter names nothing. Go back to the directory.',
  changeFilter: 'Change the recipients',
  reached: (many) =>
    many === 0
      ? 'Nobody would receive this message.'
      : pluralEn(
          many,
          'One person would receive this message.',
          `${many} people would receive this message.`,
        ),
  withoutAddress: (many) => pluralEn(many, 'One person has no address.', `${many} people have no address.`),
  notWanted: (many) =>
    pluralEn(many, 'One person does not want such messages.', `${many} people do not want such messages.`),
  ended: (many) =>
    pluralEn(
      many,
      'One person is not counted: their engagement ended this year.',
      `${many} people are not counted: their engagement ended this year.`,
    ),
  whoWithout: 'Who has no address',
  message: 'The message',
  form: {
    title: 'Subject',
    body: 'Text',
    bodyHelp:
      'An empty line separates two paragraphs. The service adds “Bonjour,” and the name of the issuer.',
  },
  preview: 'See the message before it leaves',
  previewAgain: 'See the message again',
  asRead: 'The message, as it will be read',
  send: (many) => pluralEn(many, 'Send to this person', `Send to these ${many} people`),
  about: (moment, author) => `Written on ${moment} by ${author}.`,
  goesOn: (sent, people) =>
    `Being sent: ${sent} of ${people}. You may leave this page. Whoever had a mail today gets this one tomorrow, with the rest.`,
  over: (sent, people) =>
    sent === people
      ? `Sent to ${countEn(people, 'person', 'people')}.`
      : `Sent to ${sent} of ${countEn(people, 'person', 'people')}.`,
  cancelled: (moment, sent, unsent) =>
    `Stopped on ${moment}. Messages that left: ${sent}. Messages that do not leave: ${unsent}.`,
  cancel: 'Stop sending',
  states: {
    sent: 'sent',
    waiting: 'to be sent',
    refused: 'refused by the mail server',
    skipped: 'not sent',
    'no-address': 'without an address',
    'not-wanted': 'not wanted',
  },
  toReach: 'not reached yet',
  notReached: 'Who did not receive this message',
  person: 'Person',
  email: 'E-mail address',
  why: 'Why',
  reasons: {
    refused: 'address refused by the mail server',
    skipped: 'not sent',
    'no-address': 'no address',
    'not-wanted': 'does not want such messages',
  },
  text: 'The text',
  back: 'Back to the messages',
  filter: {
    everybody: 'All referents with an engagement in force.',
    only: (parts) => `Referents in force: ${parts}.`,
    role: (role) => `role “${role}”`,
    mission: (mission) => `mission ${mission}`,
    department: (name) => `département ${name}`,
    school: (name) => name,
    event: (title) => `invited to or present at “${title}”`,
    text: (text) => `search “${text}”`,
  },
});

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: (office) => ({
    page: messageTexts(office),
    audit: { 'message-written': 'Message au réseau écrit', 'message-cancelled': 'Message au réseau arrêté' },
    errors: {
      'too-many-messages': ({ most }) =>
        `Le service envoie au plus ${most} messages au réseau par jour : c’est fait pour aujourd’hui.`,
      'nobody-to-write-to': () => 'Personne ne correspond à ce filtre : il n’y a personne à qui écrire.',
    },
    menu: { dane: { messages: 'Messages au réseau' } },
  }),
  en: (office) => ({
    page: messageTextsEn(office),
    audit: {
      'message-written': 'Message to the network written',
      'message-cancelled': 'Message to the network stopped',
    },
    errors: {
      'too-many-messages': ({ most }) =>
        `The service sends at most ${most} messages to the network a day: today has had them.`,
      'nobody-to-write-to': () => 'Nobody matches this filter: there is nobody to write to.',
    },
    menu: { dane: { messages: 'Messages to the network' } },
  }),
});
