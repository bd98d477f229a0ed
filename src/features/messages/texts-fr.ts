import { count, plural } from '../../texts/fr/grammar/page-phrases.ts';
import type { RecipientState } from './feature.ts';

/** Messages of the office to the network. */
export const messageTexts = (office: string) => ({
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
