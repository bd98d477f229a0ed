import { audit } from '../../../domain/audit/entry.ts';
import { personIdsAmong } from '../../../domain/ids.ts';
import { maskNumen } from '../../../domain/person/numen.ts';
import type { Ports } from '../../service-ports.ts';
import { REGISTER_FILES, type RegisterFile, type RegisterRow } from '../../store/file-readers.ts';
import type { ColumnKind, Table, TableCell } from './table.ts';

const PAGE_ROWS = 500;

export interface ExportRegister {
  readonly actor: string;
  readonly only: readonly RegisterFile[];
}

/** The records outside the DANE's eight files, file by file. A table is given in consecutive pieces, so that
 *  no table is whole in memory. Of an erased person only the id is left. An audit entry is written at the
 *  end. */
export const exportRegister = ({ store, clock }: Ports) =>
  async function* ({ actor, only }: ExportRegister): AsyncGenerator<Table> {
    const details: Record<string, number> = {};
    for (const file of REGISTER_FILES.filter((one) => only.includes(one))) {
      for await (const table of readPieces(store, file)) {
        details[file] = (details[file] ?? 0) + table.rows.length;
        yield table;
      }
    }
    await store.commit([audit('register-exported', { at: clock.now(), actor, subject: 'all', details })]);
  };

async function* readPieces(store: Ports['store'], file: RegisterFile): AsyncGenerator<Table> {
  const columns = REGISTER_COLUMNS[file].map(([key, title, kind]) => ({
    key,
    title,
    kind: kind === 'person' ? ('text' as const) : kind,
  }));
  let after: RegisterRow | undefined;
  do {
    const page = await store.readRegisterSlice(file, { limit: PAGE_ROWS, ...(after && { after }) });
    const nameOf = await readNames(store, file, page);
    // The first piece is written even where it is empty, so that the file has its header.
    if (page.length > 0 || after === undefined) {
      yield { name: file, columns, rows: page.map((row) => toCells(file, row, nameOf)) };
    }
    after = page.length === PAGE_ROWS ? page.at(-1) : undefined;
  } while (after);
}

async function readNames(store: Ports['store'], file: RegisterFile, page: readonly RegisterRow[]) {
  const named = REGISTER_COLUMNS[file].filter(([, , kind]) => kind === 'person').map(([column]) => column);
  const ids = new Set(page.flatMap((row) => named.map((column) => String(row[column] ?? ''))));
  const people = await store.readPeople(personIdsAmong(ids));
  return new Map<string, string>(people.flatMap(({ id, emails: [email] }) => (email ? [[id, email]] : [])));
}

function toCells(
  file: RegisterFile,
  row: RegisterRow,
  nameOf: ReadonlyMap<string, string>,
): readonly TableCell[] {
  return REGISTER_COLUMNS[file].map(([column, , kind]) => {
    const value = row[column] ?? undefined;
    if (typeof value !== 'string') return value;
    return maskNumen(kind === 'person' ? (nameOf.get(value) ?? value) : value);
  });
}

/** The kind `person` is the id of a person, written as their address. An id that does not belong to a person
 *  is written unchanged. */
type RegisterColumn = readonly [column: string, title: string, kind: ColumnKind | 'person'];

const WHO: RegisterColumn = ['person_id', 'personne', 'person'];
const SCHOOL: RegisterColumn = ['uai', 'uai', 'text'];
const YEAR: RegisterColumn = ['school_year', 'annee_scolaire', 'integer'];

/** The columns of each file that is only exported. Their titles differ from all columns that imports
 *  recognise. */
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
  projets: [
    ['id', 'projet', 'text'],
    SCHOOL,
    ['title', 'titre', 'text'],
    ['description', 'description', 'text'],
    ['url', 'adresse', 'text'],
    ['starts_on', 'commence_le', 'date'],
    ['ends_on', 'termine_le', 'date'],
    ['kept_by', 'enregistre_par', 'person'],
    ['kept_at', 'enregistre_le', 'text'],
  ],
  'projets-membres': [['project_id', 'projet', 'text'], WHO],
  'fiches-procedure': [
    ['id', 'fiche', 'text'],
    SCHOOL,
    ['mission', 'mission_autorisee', 'text'],
    ['local_authority', 'collectivite', 'text'],
    ['starts_on', 'autorisee_le', 'date'],
    ['url', 'adresse', 'text'],
    ['size_bytes', 'octets', 'integer'],
    ['kept_by', 'enregistree_par', 'person'],
    ['kept_at', 'enregistree_le', 'text'],
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
  'formations-reprises': [
    YEAR,
    ['wish', 'formation_souhaitee', 'text'],
    ['event_code', 'evenement_repris', 'text'],
    ['taken_by', 'reprise_par', 'person'],
    ['taken_at', 'reprise_le', 'text'],
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
