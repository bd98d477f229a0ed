import { count as countEn } from '../../texts/en/grammar/page-phrases.ts';
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

/** What a campaign would send, before anything leaves. */
export const campaignPreviewTextsEn: typeof campaignPreviewTexts = {
  title: (name) => `Before it is sent: ${name}`,
  nothingLeft: 'Nothing has left yet. Read it through, then send.',
  addedLater: (name) => `The campaign “${name}” is open. This is what would be added to it.`,
  toSend: (engagements, schools) =>
    engagements === 0
      ? 'No request would leave: nothing waits, or everything is asked already.'
      : `${countEn(engagements, 'engagement', 'engagements')} would be asked about, in ${countEn(schools, 'school', 'schools')}.`,
  askedBefore: (engagements) =>
    engagements === 0
      ? 'None is asked already by an open campaign.'
      : `${countEn(engagements, 'engagement is', 'engagements are')} asked already by an open campaign; they cause no second message.`,
  withoutHead: (schools) =>
    schools === 0
      ? 'Each of these schools has a known principal.'
      : `${countEn(schools, 'school has', 'schools have')} no known principal: the request is recorded there, but nobody gets a message.`,
  seeWithoutHead: 'See which ones',
  recipients: 'To whom',
  search: 'Name or town of the school',
  only: 'Show',
  everyone: 'All schools',
  onlyWithoutHead: 'Without a known principal',
  none: 'No engagement waits for a confirmation: there is nobody to write to.',
  noneFound: 'No school matches. Widen the search.',
  school: 'School',
  toAsk: 'To ask about',
  alreadyAsked: 'Asked already',
  heads: 'Principal',
  noHead: 'unknown',
  addHead: 'Add them',
  mail: 'The message as it will leave (it is in French)',
  mailTo: (school) => `A true example: the one to ${school}.`,
  noMail: 'No message would leave: there is nobody to send it to.',
  subject: 'Subject',
  send: (engagements) => (engagements === 1 ? 'Send the request' : `Send the ${engagements} requests`),
  stoppable: 'You can stop the sending on the way: what has not left will not leave.',
  backToCampaign: 'Back to the campaign',
  change: 'Change the name, the year or the day',
};
