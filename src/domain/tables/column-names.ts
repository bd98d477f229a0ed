import * as FEATURES from '../../features/all/columns.ts';
import { joined } from '../features/merge.ts';
import type { RowOf } from './row-types.ts';

/** The columns whose names do not follow from their property, by table. The first column of a record inside a
 *  record says whether it is there. A feature states those of its tables in its `feature-columns.ts`. */
export const COLUMN_NAMES = {
  sign_in_doubt: {
    identity: {
      issuer: 'issuer',
      subject: 'subject',
      provider: 'provider',
      email: 'email',
      givenName: 'given_name',
      familyName: 'family_name',
    },
    request: {
      at: 'asked_at',
      uai: 'uai',
      givenName: 'said_given_name',
      familyName: 'said_family_name',
      from: 'starts_on',
      to: 'ends_on',
      missions: 'missions',
      roles: 'roles',
    },
  },
  invariant_answer: { count: 'contradictions' },
  person: { headOf: 'head_of_uai' },
  job: {
    failure: {
      count: 'failure_count',
      at: 'failure_at',
      code: 'failure_code',
      retryAt: 'failure_retry_at',
    },
  },
  import_run: { undone: { at: 'undone_at', by: 'undone_by' } },
  engagement: {
    period: { from: 'starts_on', to: 'ends_on' },
    decided: { by: 'decided_by', on: 'decided_on', from: 'decided_from' },
  },
  engagement_proposal: {
    by: 'proposed_by',
    at: 'proposed_at',
    settlement: { outcome: 'outcome', by: 'settled_by', at: 'settled_at', reason: 'settled_reason' },
  },
  proposal_refusal: {
    at: 'refused_at',
    by: 'refused_by',
    reopened: { at: 'reopened_at', by: 'reopened_by' },
  },
  authorisation: { period: { from: 'starts_on', to: 'ends_on' } },
  progress_review: { on: 'held_on' },
  planned_review: { on: 'planned_on' },
  review_notes: { on: 'held_on' },
  contribution: { on: 'dated_on', judged: { by: 'judged_by', at: 'judged_at' } },
  criteria_draft: {
    from: 'in_force_from',
    settled: { outcome: 'outcome', by: 'settled_by', at: 'settled_at', words: 'words', version: 'version' },
  },
  credential: {
    choice: {
      acceptance: 'acceptance',
      visibility: 'visibility',
      hidden: 'hidden',
      name: 'shown_name',
      form: 'title_form',
      showSchools: 'show_schools',
      emailIdentifier: 'email_identifier',
      words: 'shown_words',
    },
    revocation: { at: 'revoked_at', by: 'revoked_by', reason: 'revocation_reason' },
    suspension: {
      at: 'suspended_at',
      by: 'suspended_by',
      cause: 'suspension_cause',
      reason: 'suspension_reason',
      note: 'suspension_note',
    },
  },
  ...joined(FEATURES),
} as const;

export type ColumnNames = typeof COLUMN_NAMES;

/** The names of a table's columns that do not follow from their property. */
export type NamesOf<Table> = Table extends keyof ColumnNames ? ColumnNames[Table] : unknown;

/** The row of a record in this table. */
export type Row<Table, It> = RowOf<It, NamesOf<Table>>;
