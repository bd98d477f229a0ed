import type { MentionTable } from '../../../domain/person/mentions.ts';
import { count } from '../grammar/page-phrases.ts';

/** What each text is in which people write about others. */
const tables: Readonly<Record<MentionTable, string>> = {
  engagement: 'Réserve ou partage d’un engagement',
  documentary_confirmation: 'Pièces d’une confirmation',
  engagement_proposal: 'Changement proposé d’un engagement',
  authorisation: 'Autorisation d’une mission',
  review_notes: 'Compte rendu d’un point d’étape',
  retention_hold: 'Motif d’une suspension des effacements',
  paper: 'Document préparé',
  event: 'Intitulé d’un événement',
  event_details: 'Lieu, lien ou mot d’un événement',
  contribution: 'Contribution',
  criteria_draft: 'Mot sur un projet de critères',
  award: 'Motif d’une décision sur un badge',
  proposal_refusal: 'Motif d’un refus',
  credential: 'Motif d’une révocation ou d’une suspension',
  public_key: 'Motif d’une clé compromise',
  setting: 'Réglage du service',
  api_token: 'Nom d’un jeton',
  campaign: 'Nom d’une campagne',
  achievement_endorsement: 'Mot d’un organisme sur un badge',
  class_project: 'Projet pour les classes',
  class_participation: 'Classes inscrites à un projet',
  contest: 'Contestation',
  data_request: 'Demande sur les données',
  endorsement: 'Mot d’un chef d’établissement',
  means: 'Moyens attribués',
  school_meeting: 'Rencontre dans un établissement',
  mission_proposal: 'Missions proposées',
  mission_invitation: 'Invitation à des missions',
  procedure_sheet: 'Fiche de procédure',
  school_project: 'Projet d’établissement',
  support_request: 'Demande d’accompagnement',
  yearly_report: 'Bilan annuel',
};

/** What an erasure leaves in the texts of others. */
export const leftMentionTexts = {
  colon: ' : ',
  tables,
  before: (texts: number): string =>
    `${count(texts, 'texte d’une autre fiche contient', 'textes d’autres fiches contiennent')} son nom ou son adresse. L’effacement ne les change pas. Corrigez-les avant, ou faites-les corriger par leur auteur :`,
  namesake: 'Un texte peut parler d’une autre personne du même nom.',
  none: 'Aucun texte d’une autre fiche ne contient son nom ni son adresse.',
  after: (texts: number): string =>
    `${count(texts, 'texte d’une autre fiche contient', 'textes d’autres fiches contiennent')} encore le nom ou l’adresse de la personne effacée. Faites-les corriger :`,
};
