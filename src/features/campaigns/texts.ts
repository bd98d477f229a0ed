import { textsOf } from '../../domain/features/declaration.ts';
import { count as countEn } from '../../texts/en/grammar/page-phrases.ts';
import { count } from '../../texts/fr/grammar/page-phrases.ts';
import type { feature } from './feature.ts';
import { campaignPreviewTexts, campaignPreviewTextsEn } from './texts-preview.ts';

/** Campaigns of confirmation requests. */
const campaignTexts = (office: string) => ({
  title: 'Les campagnes',
  lede: 'Une campagne demande aux chefs d’établissement, par un message chacun, de confirmer les engagements en attente, et de dire si ceux qui n’ont pas de date de fin sont toujours en cours. Deux rappels suivent, à 15 et à 30 jours. Après 30 jours sans réponse, vous pouvez confirmer sur pièces.',
  none: 'Aucune campagne pour l’instant. Ouvrez la première ci-dessous.',
  open: 'Ouvrir une campagne',
  openButton: 'Voir ce qui partirait',
  preview: campaignPreviewTexts,
  name: 'Nom',
  nameHelp: 'Par exemple : Rentrée 2026. Lui seul la distingue des autres dans la liste.',
  schoolYear: 'Année scolaire',
  schoolYearHelp:
    'Tous les engagements en attente ou à reconduire de cette année sont demandés ; le délai d’une demande déjà faite continue.',
  closesOn: 'Close le',
  closesOnHelp:
    'Jusqu’à ce jour, vous pouvez ajouter à la campagne les demandes arrivées depuis. Les rappels continuent après.',
  openedOn: 'Ouverte le',
  state: 'État',
  states: { open: 'ouverte', closed: 'close', cancelled: 'annulée' },
  noMailer:
    'Aucun serveur de messagerie n’est réglé : les demandes sont inscrites, mais personne n’est prévenu.',
  one: (name: string) => `Campagne : ${name}`,
  about: (year: string, opened: string, closes: string) =>
    `Année scolaire ${year}. Ouverte le ${opened}, close le ${closes}.`,
  figures: 'Où en sont les réponses',
  asked: (total: number) =>
    total === 0
      ? 'Aucune demande n’a encore été envoyée dans cette campagne.'
      : count(total, 'engagement demandé', 'engagements demandés'),
  parts: {
    answered: 'Répondu',
    waiting: 'En attente, sans rappel',
    reminded: 'Rappelé',
    silent: 'Sans réponse depuis 30 jours',
  },
  part: 'État',
  segments: 'Engagements',
  asTable: 'Le même dessin, en tableau',
  drawingText: (parts: readonly string[]) => `${parts.join(', ')}.`,
  drawingPart: (label: string, total: number) => `${label} : ${total}`,
  askMore: 'Envoyer aussi les demandes arrivées depuis',
  silent: 'Sans réponse depuis 30 jours',
  silentLede:
    'Le chef d’établissement n’a pas répondu. Vous pouvez confirmer ces engagements vous-même, sur pièces.',
  silentNone: 'Rien à confirmer sur pièces : aucune demande n’est restée 30 jours sans réponse.',
  select: 'Choisir',
  selectOne: (person: string, school: string) => `Choisir : ${person}, ${school}`,
  person: 'Personne',
  school: 'Établissement',
  period: 'Période',
  fromTo: (from: string, to: string | undefined) => (to ? `du ${from} au ${to}` : `depuis le ${from}`),
  missions: 'Missions',
  askedOn: 'Demandé le',
  own: `le vôtre : une autre personne de la ${office} doit le confirmer`,
  documents: 'Pièces examinées',
  documentsHelp:
    'Par exemple : lettre de mission du 3 septembre. Ce texte reste au dossier des engagements choisis.',
  confirm: 'Confirmer sur pièces les engagements choisis',
  documentsTitle: (name: string) => `Confirmé sur pièces : ${name}`,
  documentsLink: 'Les engagements confirmés sur pièces',
  documentsNone: 'Aucun engagement n’a encore été confirmé sur pièces dans cette campagne.',
  confirmedOn: 'Confirmé le',
  toCampaign: 'Revenir à la campagne',
  requestsLink: 'Toutes les demandes',
  requestsTitle: (name: string) => `Les demandes : ${name}`,
  requestsNone: 'Aucune demande ne correspond.',
  reminders: 'Rappels',
  schoolsLink: 'Les établissements sans réponse',
  schoolsTitle: (name: string) => `Sans réponse : ${name}`,
  schoolsNone: 'Tous les établissements ont répondu.',
  unanswered: 'Sans réponse',
  unansweredOf: (unanswered: number, requested: number) => `${unanswered} sur ${requested}`,
  lastReminder: 'Dernier rappel',
  endLink: 'Clore ou annuler la campagne',
  endTitle: (name: string) => `Clore ou annuler : ${name}`,
  close: 'Clore maintenant',
  closeText:
    'Plus aucune demande ne rejoint la campagne. Les demandes envoyées restent, et leurs rappels continuent.',
  closeButton: 'Clore la campagne',
  cancel: 'Annuler la campagne',
  cancelText:
    'Les demandes sans réponse sont retirées : plus aucun rappel ne part, et une autre campagne pourra les refaire. Les réponses déjà données restent. Les messages déjà envoyés ne peuvent pas être repris. On ne revient pas sur une annulation.',
  cancelButton: 'Annuler la campagne et retirer ses demandes',
  isCancelled: 'Cette campagne est annulée. Ses demandes sans réponse ont été retirées.',
  left: {
    'not-requested': (total: number) =>
      `${count(total, 'engagement n’a pas été confirmé', 'engagements n’ont pas été confirmés')} : quelqu’un a décidé entre-temps.`,
    'not-silent': (total: number) =>
      `${count(total, 'engagement n’a pas été confirmé', 'engagements n’ont pas été confirmés')} : la demande a moins de 30 jours, ou aucune n’a été faite cette année.`,
    'own-engagement': (total: number) =>
      `${count(total, 'engagement n’a pas été confirmé', 'engagements n’ont pas été confirmés')} : personne ne confirme son propre engagement.`,
    'role-clash': (total: number) =>
      `${count(total, 'engagement n’a pas été confirmé', 'engagements n’ont pas été confirmés')} : une autre personne tient déjà le même rôle unique dans cet établissement. Dites d’abord qui le tient.`,
  },
  back: 'Toutes les campagnes',
});

const campaignTextsEn = (office: string): ReturnType<typeof campaignTexts> => ({
  title: 'Campaigns',
  lede: 'A campaign asks principals, in one message each, to confirm the engagements that wait, and to say whether those without a last day still go on. Two reminders follow, after 15 and 30 days. After 30 days without an answer, you may confirm on documents.',
  none: 'No campaign yet. Open the first one below.',
  open: 'Open a campaign',
  openButton: 'See what would leave',
  preview: campaignPreviewTextsEn,
  name: 'Name',
  nameHelp: 'For example: Autumn 2026. Only this tells it from the others in the list.',
  schoolYear: 'School year',
  schoolYearHelp:
    'Every engagement that waits or is to be renewed in this year is asked about; the delay of a request already made goes on.',
  closesOn: 'Closes on',
  closesOnHelp: 'Until that day you may add requests that came in since. Reminders go on after it.',
  openedOn: 'Opened on',
  state: 'State',
  states: { open: 'open', closed: 'closed', cancelled: 'cancelled' },
  noMailer: 'No mail server is set: requests are recorded, but nobody is told.',
  one: (name) => `Campaign: ${name}`,
  about: (year, opened, closes) => `School year ${year}. Opened on ${opened}, closes on ${closes}.`,
  figures: 'Where the answers stand',
  asked: (total) =>
    total === 0
      ? 'No request was sent in this campaign yet.'
      : countEn(total, 'engagement asked about', 'engagements asked about'),
  parts: {
    answered: 'Answered',
    waiting: 'Waiting, not reminded',
    reminded: 'Reminded',
    silent: 'No answer for 30 days',
  },
  part: 'State',
  segments: 'Engagements',
  asTable: 'The same drawing, as a table',
  drawingText: (parts) => `${parts.join(', ')}.`,
  drawingPart: (label, total) => `${label}: ${total}`,
  askMore: 'Also send the requests that came in since',
  silent: 'No answer for 30 days',
  silentLede: 'The principal did not answer. You may confirm these engagements yourself, on documents.',
  silentNone: 'Nothing to confirm on documents: no request was left 30 days without an answer.',
  select: 'Choose',
  selectOne: (person, school) => `Choose: ${person}, ${school}`,
  person: 'Person',
  school: 'School',
  period: 'Period',
  fromTo: (from, to) => (to ? `${from} to ${to}` : `since ${from}`),
  missions: 'Missions',
  askedOn: 'Asked on',
  own: `your own: another person of the ${office} must confirm it`,
  documents: 'Documents examined',
  documentsHelp:
    'For example: mission letter of 3 September. This text stays with the record of the engagements chosen.',
  confirm: 'Confirm the chosen engagements on documents',
  documentsTitle: (name) => `Confirmed on documents: ${name}`,
  documentsLink: 'Engagements confirmed on documents',
  documentsNone: 'No engagement was confirmed on documents in this campaign yet.',
  confirmedOn: 'Confirmed on',
  toCampaign: 'Back to the campaign',
  requestsLink: 'All requests',
  requestsTitle: (name) => `Requests: ${name}`,
  requestsNone: 'No request matches.',
  reminders: 'Reminders',
  schoolsLink: 'Schools that have not answered',
  schoolsTitle: (name) => `No answer: ${name}`,
  schoolsNone: 'Every school has answered.',
  unanswered: 'No answer',
  unansweredOf: (unanswered, requested) => `${unanswered} of ${requested}`,
  lastReminder: 'Last reminder',
  endLink: 'Close or cancel the campaign',
  endTitle: (name) => `Close or cancel: ${name}`,
  close: 'Close now',
  closeText:
    'No more request joins the campaign. The requests that were sent stay, and so do their reminders.',
  closeButton: 'Close the campaign',
  cancel: 'Cancel the campaign',
  cancelText:
    'Requests without an answer are taken back: no more reminder is sent, and another campaign may ask again. Answers that were given stay. Messages that were sent cannot be taken back. A cancellation cannot be undone.',
  cancelButton: 'Cancel the campaign and take its requests back',
  isCancelled: 'This campaign is cancelled. Its requests without an answer were taken back.',
  left: {
    'not-requested': (total) =>
      `${countEn(total, 'engagement was', 'engagements were')} not confirmed: somebody decided meanwhile.`,
    'not-silent': (total) =>
      `${countEn(total, 'engagement was', 'engagements were')} not confirmed: the request is less than 30 days old, or none was made this year.`,
    'own-engagement': (total) =>
      `${countEn(total, 'engagement was', 'engagements were')} not confirmed: nobody confirms their own engagement.`,
    'role-clash': (total) =>
      `${countEn(total, 'engagement was', 'engagements were')} not confirmed: another person already holds the same single role at that school. Say first who holds it.`,
  },
  back: 'All campaigns',
});

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: (office) => ({
    page: campaignTexts(office),
    audit: {
      'campaign-opened': 'Campagne ouverte',
      'campaign-closed': 'Campagne close',
      'campaign-cancelled': 'Campagne annulée',
    },
    menu: { dane: { campaigns: 'Campagnes' } },
  }),
  en: (office) => ({
    page: campaignTextsEn(office),
    audit: {
      'campaign-opened': 'Campaign opened',
      'campaign-closed': 'Campaign closed',
      'campaign-cancelled': 'Campaign cancelled',
    },
    menu: { dane: { campaigns: 'Campaigns' } },
  }),
});
