import { count } from '../../texts/fr/grammar/page-phrases.ts';

/** What a campaign would send, before anything leaves. */
export const campaignPreviewTexts = {
  title: (name: string) => `Avant d’envoyer : ${name}`,
  nothingLeft: 'Rien n’est encore parti. Relisez, puis envoyez.',
  addedLater: (name: string) => `La campagne « ${name} » est ouverte. Voici ce qui s’y ajouterait.`,
  toSend: (engagements: number, schools: number) =>
    engagements === 0
      ? 'Aucune demande ne partirait : rien n’attend, ou tout est déjà demandé.'
      : `${count(engagements, 'engagement serait demandé', 'engagements seraient demandés')}, dans ${count(schools, 'établissement', 'établissements')}.`,
  askedBefore: (engagements: number) =>
    engagements === 0
      ? 'Aucun n’est déjà demandé par une campagne ouverte.'
      : `${count(engagements, 'engagement est déjà demandé', 'engagements sont déjà demandés')} par une campagne ouverte ; ils ne donnent pas lieu à un second message.`,
  withoutHead: (schools: number) =>
    schools === 0
      ? 'Chacun de ces établissements a un chef connu.'
      : `${count(schools, 'établissement n’a pas de chef connu', 'établissements n’ont pas de chef connu')} : la demande y est inscrite, mais personne ne reçoit de message.`,
  seeWithoutHead: 'Voir lesquels',
  recipients: 'À qui',
  search: 'Nom ou commune de l’établissement',
  only: 'Montrer',
  everyone: 'Tous les établissements',
  onlyWithoutHead: 'Sans chef connu',
  none: 'Aucun engagement n’attend de confirmation : il n’y a personne à qui écrire.',
  noneFound: 'Aucun établissement ne correspond. Élargissez la recherche.',
  school: 'Établissement',
  toAsk: 'À demander',
  alreadyAsked: 'Déjà demandé',
  heads: 'Chef d’établissement',
  noHead: 'inconnu',
  addHead: 'L’ajouter',
  mail: 'Le message, tel qu’il partira',
  mailTo: (school: string) => `Un exemple réel, pour cet établissement : ${school}.`,
  noMail: 'Aucun message ne partirait : il n’y a personne à qui l’envoyer.',
  subject: 'Objet',
  send: (engagements: number) =>
    `Envoyer ${engagements === 1 ? 'la demande' : `les ${engagements} demandes`}`,
  stoppable: 'Vous pourrez arrêter l’envoi en cours de route : ce qui n’est pas parti ne partira pas.',
  backToCampaign: 'Revenir à la campagne',
  change: 'Changer le nom, l’année ou le jour',
};
