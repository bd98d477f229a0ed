import type { RegisterFile } from '../../store/register-export-reader.ts';
import type { ColumnKind } from './table.ts';

/** `person`: the id of a person, written as their address. An id that is not a person's is written as it
 *  is. */
type RegisterColumn = readonly [column: string, title: string, kind: ColumnKind | 'person'];

const WHO: RegisterColumn = ['person_id', 'personne', 'person'];
const SCHOOL: RegisterColumn = ['uai', 'uai', 'text'];
const YEAR: RegisterColumn = ['school_year', 'annee_scolaire', 'integer'];

/** The columns of each file that no import reads. Their titles are such that no import mistakes the file for
 *  one of its own. */
export const REGISTER_COLUMNS: Readonly<Record<RegisterFile, readonly RegisterColumn[]>> = {
  decisions: [
    ['id', 'attribution', 'text'],
    ['achievement', 'badge', 'text'],
    ['version', 'version', 'integer'],
    ['recipient_id', 'destinataire', 'person'],
    YEAR,
    ['granted_at', 'attribue_le', 'text'],
    ['granted_by', 'attribue_par', 'person'],
    ['override_reason', 'motif_derogation', 'text'],
    ['valid_until', 'valable_jusqu_au', 'text'],
  ],
  refus: [
    ['achievement', 'badge', 'text'],
    ['recipient_id', 'destinataire', 'person'],
    YEAR,
    ['refused_at', 'refuse_le', 'text'],
    ['refused_by', 'refuse_par', 'person'],
    ['reason', 'motif', 'text'],
  ],
  revocations: [
    ['award_id', 'attribution', 'text'],
    ['id', 'badge_signe', 'text'],
    ['revoked_at', 'revoque_le', 'text'],
    ['revoked_by', 'revoque_par', 'person'],
    ['revocation_reason', 'motif', 'text'],
  ],
  campagnes: [
    ['id', 'campagne', 'text'],
    ['name', 'titre', 'text'],
    YEAR,
    ['opened_at', 'ouverte_le', 'text'],
    ['opened_by', 'ouverte_par', 'person'],
    ['closes_on', 'close_le', 'date'],
    ['closed_at', 'close_avant_terme_le', 'text'],
    ['cancelled', 'annulee', 'integer'],
  ],
  'demandes-confirmation': [
    ['engagement_reference', 'engagement', 'text'],
    ['campaign_id', 'campagne', 'text'],
    ['requested_at', 'demande_le', 'text'],
    ['first_reminder_at', 'premier_rappel_le', 'text'],
    ['second_reminder_at', 'second_rappel_le', 'text'],
  ],
  'confirmations-sur-pieces': [
    ['engagement_reference', 'engagement', 'text'],
    ['confirmed_at', 'confirme_sur_pieces_le', 'text'],
    ['confirmed_by', 'confirme_sur_pieces_par', 'person'],
    ['documents', 'pieces', 'text'],
  ],
  contestations: [
    ['id', 'contestation', 'text'],
    ['engagement_reference', 'engagement', 'text'],
    WHO,
    SCHOOL,
    ['motive', 'motif', 'text'],
    ['opened_by', 'contestee_par', 'person'],
    ['opened_at', 'contestee_le', 'text'],
    ['answer', 'reponse', 'text'],
    ['answered_at', 'repondu_le', 'text'],
    ['outcome', 'issue', 'text'],
    ['decision_reason', 'motif_decision', 'text'],
    ['decided_by', 'decide_par', 'person'],
    ['decided_at', 'decide_le', 'text'],
    ['withdrawn_at', 'retiree_le', 'text'],
  ],
  moyens: [
    WHO,
    SCHOOL,
    ['kind', 'moyen', 'text'],
    ['since', 'depuis', 'date'],
    ['description', 'description', 'text'],
  ],
  'points-prevus': [
    WHO,
    SCHOOL,
    YEAR,
    ['planned_on', 'prevu_le', 'date'],
    ['planned_by', 'prevu_par', 'person'],
  ],
  'comptes-rendus': [
    WHO,
    SCHOOL,
    ['held_on', 'tenu_le', 'date'],
    ['notes', 'textes', 'text'],
    ['written_by', 'ecrit_par', 'person'],
    ['written_at', 'ecrit_le', 'text'],
  ],
  documents: [
    ['id', 'document', 'text'],
    ['kind', 'type_document', 'text'],
    WHO,
    SCHOOL,
    YEAR,
    ['made_by', 'fait_par', 'person'],
    ['made_at', 'fait_le', 'text'],
  ],
  'demandes-donnees': [
    ['id', 'demande', 'text'],
    WHO,
    ['kind', 'type_demande', 'text'],
    ['message', 'message', 'text'],
    ['made_at', 'faite_le', 'text'],
    ['settled_at', 'reglee_le', 'text'],
    ['settled_by', 'reglee_par', 'person'],
    ['answer', 'reponse', 'text'],
  ],
  'versions-criteres': [
    ['version', 'version', 'integer'],
    ['in_force_from', 'en_vigueur_le', 'date'],
    ['adopted_at', 'adoptee_le', 'text'],
    ['adopted_by', 'adoptee_par', 'person'],
    ['document', 'criteres', 'text'],
  ],
  reglages: [
    ['name', 'reglage', 'text'],
    ['value', 'valeur', 'text'],
    ['changed_at', 'change_le', 'text'],
    ['changed_by', 'change_par', 'person'],
  ],
  journal: [
    ['at', 'instant', 'text'],
    ['actor', 'auteur', 'person'],
    ['action', 'action', 'text'],
    ['subject', 'objet', 'person'],
    ['details', 'details', 'text'],
  ],
};
