import { type SqlBool, sql } from 'kysely';
import type {
  RegisterExportReader,
  RegisterFile,
  RegisterRow,
} from '../../../application/store/file-readers.ts';
import type { Database } from '../mapping/database.ts';
import type { Tables } from '../mapping/tables.ts';

/** Reads, as they are stored, the records that the DANE's eight files do not hold. */
export function makeRegisterExportReader({ db }: Database): RegisterExportReader {
  return {
    readRegisterSlice: async (file, { after, limit }) => {
      const { table, key, columns, having }: RegisterSource = REGISTER_SOURCES[file];
      const names = sql.join([...key, ...columns].map((name) => sql.ref(name)));
      const order = sql.join(key.map((name) => sql.ref(name)));
      const tests = [
        ...(having ? [sql<SqlBool>`${sql.ref(having)} is not null`] : []),
        ...(after
          ? [sql<SqlBool>`(${order}) > (${sql.join(key.map((name) => sql.val(after[name] ?? '')))})`]
          : []),
      ];
      const where = tests.length > 0 ? sql` where ${sql.join(tests, sql` and `)}` : sql``;
      const { rows } = await sql<RegisterRow>`select ${names} from ${sql.table(
        table,
      )}${where} order by ${order} limit ${sql.lit(limit)}`.execute(db);
      return rows;
    },
  };
}

/** The table and columns behind a file of the register. */
export interface RegisterSource {
  readonly table: keyof Tables;
  /** The columns that identify a row; rows are sorted by them. */
  readonly key: readonly string[];
  readonly columns: readonly string[];
  /** Only rows with a value in this column are in the file. */
  readonly having?: string;
}

/** `columns` are those next to the key. */
export const REGISTER_SOURCES = {
  decisions: {
    table: 'award',
    key: ['id'],
    columns: [
      'recipient_kind',
      'recipient_id',
      'achievement',
      'version',
      'school_year',
      'granted_at',
      'granted_by',
      'override_reason',
      'valid_until',
    ],
  },
  refus: {
    table: 'proposal_refusal',
    // A badge may be refused again after its refusal was reopened.
    key: ['recipient_id', 'recipient_kind', 'achievement', 'school_year', 'refused_at'],
    columns: ['refused_by', 'reason'],
  },
  revocations: {
    table: 'credential',
    key: ['id'],
    columns: ['award_id', 'revoked_at', 'revoked_by', 'revocation_reason'],
    having: 'revoked_at',
  },
  campagnes: {
    table: 'campaign',
    key: ['id'],
    columns: ['name', 'school_year', 'opened_at', 'opened_by', 'closes_on', 'closed_at', 'cancelled'],
  },
  'demandes-confirmation': {
    table: 'confirmation_request',
    key: ['engagement_reference'],
    columns: ['campaign_id', 'requested_at', 'first_reminder_at', 'second_reminder_at'],
  },
  'confirmations-sur-pieces': {
    table: 'documentary_confirmation',
    key: ['engagement_reference'],
    columns: ['confirmed_at', 'confirmed_by', 'documents'],
  },
  contestations: {
    table: 'contest',
    key: ['id'],
    columns: [
      'engagement_reference',
      'person_id',
      'uai',
      'motive',
      'opened_by',
      'opened_at',
      'answer',
      'answered_at',
      'outcome',
      'decision_reason',
      'decided_by',
      'decided_at',
      'withdrawn_at',
    ],
  },
  moyens: { table: 'means', key: ['person_id', 'uai', 'kind', 'since'], columns: ['description'] },
  projets: {
    table: 'school_project',
    key: ['id'],
    columns: ['uai', 'title', 'description', 'url', 'starts_on', 'ends_on', 'kept_by', 'kept_at'],
  },
  'projets-membres': { table: 'school_project_member', key: ['project_id', 'person_id'], columns: [] },
  // The bytes of the files stand in backups only.
  'fiches-procedure': {
    table: 'procedure_sheet',
    key: ['id'],
    columns: ['uai', 'mission', 'local_authority', 'starts_on', 'url', 'size_bytes', 'kept_by', 'kept_at'],
  },
  'points-prevus': {
    table: 'planned_review',
    key: ['person_id', 'uai', 'school_year'],
    columns: ['planned_on', 'planned_by'],
  },
  'comptes-rendus': {
    table: 'review_notes',
    key: ['person_id', 'uai', 'held_on'],
    columns: ['notes', 'written_by', 'written_at'],
  },
  'formations-reprises': {
    table: 'planned_wish',
    key: ['school_year', 'wish'],
    columns: ['event_code', 'taken_by', 'taken_at'],
  },
  documents: {
    table: 'paper',
    key: ['id'],
    columns: ['kind', 'person_id', 'uai', 'school_year', 'made_by', 'made_at'],
  },
  'demandes-donnees': {
    table: 'data_request',
    key: ['id'],
    columns: ['person_id', 'kind', 'message', 'made_at', 'settled_at', 'settled_by', 'answer'],
  },
  'versions-criteres': {
    table: 'criteria_version',
    key: ['version'],
    columns: ['in_force_from', 'adopted_at', 'adopted_by', 'document'],
  },
  reglages: { table: 'setting', key: ['name'], columns: ['value', 'changed_at', 'changed_by'] },
  journal: {
    table: 'audit',
    key: ['at', 'id'],
    columns: ['actor', 'action', 'subject', 'details', 'road', 'request', 'terminal', 'position'],
  },
} as const satisfies Readonly<Record<RegisterFile, RegisterSource>>;

export type RegisterSources = typeof REGISTER_SOURCES;
