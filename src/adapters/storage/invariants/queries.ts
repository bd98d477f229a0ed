import { type SqlBool, sql } from 'kysely';
import type { StoredInvariant } from '../../../domain/integrity/invariant.ts';
import { type Instant, localDateInParis } from '../../../domain/time/calendar.ts';
import type { Tables } from '../mapping/tables.ts';
import {
  ACTION,
  BADGE_ACTIONS,
  type Condition,
  inLog,
  is,
  isDecided,
  KINDS,
  misplaced,
  none,
  OF_UNKNOWN,
  ofAnother,
  stoodAlready,
  UNSIGNED,
} from './badge-conditions.ts';
import { DONE_COLUMNS } from './past-timestamp-columns.ts';

/** Rows of one table, called `it`, and the condition of those that contradict the invariant. The rows are looked
 *  at in the order of the key, which an index holds; rows of the same key are looked at together. */
export interface InvariantCheck {
  readonly from: keyof Tables;
  readonly key: string;
  /** Only these rows are looked at. */
  readonly only?: Condition;
  readonly wrong: Condition | ((now: Instant) => Condition);
  /** A column that says more. */
  readonly says?: string;
}

/** The action of a line, in a form that no index has: there are few lines about one subject, and as many as badges
 *  with one action. */

/** Whether the audit has no line with one of these actions about the subject, an expression on `it`. */
function unsaid(subject: string, ...actions: readonly string[]): Condition {
  const of = actions.map((action) => `'${action}'`).join(', ');
  return is(`not exists (select 1 from audit where audit.subject = ${subject} and ${ACTION} in (${of}))`);
}

/** An act that leaves a line: rows of a table, and the action of the line about them. */
function act(
  from: keyof Tables,
  key: string,
  action: string,
  only?: string,
  subject = `it.${key}`,
): InvariantCheck {
  return { from, key, wrong: unsaid(subject, action), ...(only && { only: is(only) }) };
}

/** Lines about an object that is never deleted. */
function object(actions: string, table: keyof Tables, column: string, also = ''): InvariantCheck {
  const only = is(`it.action in (${actions})${also}`);
  return {
    from: 'audit',
    key: 'subject',
    only,
    wrong: is(none(table, column, 'it.subject')),
    says: 'action',
  };
}

/** What contradicts each invariant. */
export const INVARIANT_CHECKS: Readonly<
  Record<Exclude<StoredInvariant, 'log-gapless' | 'erased-gone'>, readonly InvariantCheck[]>
> = {
  'premises-empty': [{ from: 'premise', key: 'broken', wrong: is('1 = 1') }],
  'award-once': KINDS.map((of): InvariantCheck => {
    const only = is(`it.recipient_kind = '${of.kind}' and it.evaluation <> ''`);
    return { from: 'award', key: 'id', only, wrong: is(stoodAlready(of)) };
  }),
  'award-signed': [{ from: 'award', key: 'id', wrong: is(`(it.signed = 1) = (${UNSIGNED})`) }],
  'award-recipient': [
    { from: 'award', key: 'id', wrong: is(`(it.evaluation = '') <> (${OF_UNKNOWN})`) },
    { from: 'proposal', key: 'id', wrong: is(OF_UNKNOWN) },
    { from: 'proposal_refusal', key: 'recipient_id', wrong: is(OF_UNKNOWN) },
  ],
  'badge-erased': [
    {
      from: 'credential',
      key: 'id',
      wrong: is(`(it.erased_at is null) = (it.document = '')
        or (it.erased_at is not null and (it.revoked_at is null or it.jws <> '' or it.salt <> '' or it.subject_id <> ''))
        or (it.erased_at is not null and exists (select 1 from award where award.id = it.award_id and award.evaluation <> ''))
        or (it.revoked_at is not null and it.suspended_at is not null)`),
    },
  ],
  'program-in-log': [{ from: 'program_credential', key: 'id', wrong: is(inLog('substr(it.digest, 8)')) }],
  'list-places': [
    { from: 'credential', key: 'id', wrong: misplaced('badges') },
    { from: 'badge_record_entry', key: 'record_id', wrong: misplaced('records') },
    { from: 'program_credential', key: 'id', wrong: misplaced('programs') },
  ],
  'record-place': [
    {
      from: 'badge_record_entry',
      key: 'record_id',
      wrong: is(`(it.withdrawn = 0) = (${none('badge_record', 'id', 'it.record_id')})`),
    },
    { from: 'badge_record', key: 'id', wrong: is(none('badge_record_entry', 'record_id', 'it.id')) },
  ],
  'act-audited': [
    act('award', 'id', 'award-granted'),
    act('credential', 'id', 'credential-issued'),
    act('credential', 'id', 'credential-revoked', `it.revoked_at is not null and it.erased_at is null`),
    act('credential', 'id', 'credential-suspended', 'it.suspended_at is not null'),
    act('credential', 'id', 'credential-accepted', `it.acceptance = 'accepted'`),
    act('credential', 'id', 'credential-declined', `it.acceptance = 'declined'`),
    act('program_credential', 'digest', 'credential-signed'),
    act('campaign', 'id', 'campaign-opened'),
    act('criteria_version', 'version', 'criteria-adopted', undefined, `'criteria/' || it.version`),
    act('criteria_draft', 'id', 'criteria-drafted'),
    act('badge_draft', 'id', 'badge-draft-begun'),
    act('api_token', 'id', 'token-created'),
    act('api_token', 'id', 'token-revoked', 'it.revoked_at is not null'),
    act('class_project', 'id', 'class-project-made'),
    act('achievement_endorsement', 'id', 'achievement-endorsement-kept'),
    // An adopted version of the criteria writes the unchanged setting of its approval.
    act(
      'setting',
      'name',
      'settings-changed',
      `it.value <> '{"criteria":false}' and it.name <> 'last-backup'`,
    ),
    act('setting', 'name', 'backup-made', `it.name = 'last-backup'`),
    {
      from: 'paper',
      key: 'id',
      wrong: is(`not exists (
        select 1 from audit where audit.subject = coalesce(it.person_id, it.uai)
          and (audit.action = 'people-merged' or (audit.action = 'paper-made' and audit.at = it.made_at))
      )`),
    },
  ],
  'audit-object': [
    object(BADGE_ACTIONS, 'credential', 'id'),
    // An award that was not yet signed is deleted with its person, and its line then loses its details.
    object(`'award-granted'`, 'award', 'id', ' and it.details is not null'),
    object(`'campaign-opened', 'campaign-closed', 'campaign-cancelled'`, 'campaign', 'id'),
    object(`'token-created', 'token-revoked'`, 'api_token', 'id'),
    object(`'credential-signed'`, 'program_credential', 'digest'),
    object(`'criteria-drafted', 'criteria-draft-sent-back'`, 'criteria_draft', 'id'),
    object(`'key-compromised', 'key-retired'`, 'public_key', 'kid'),
  ],
  'proposal-open': KINDS.map((of): InvariantCheck => {
    const only = is(`it.recipient_kind = '${of.kind}'`);
    return { from: 'proposal', key: 'id', only, wrong: is(isDecided(of)) };
  }),
  'own-things': [
    { from: 'public_profile_badge', key: 'person_id', wrong: ofAnother('it.credential_id') },
    { from: 'endorsement', key: 'id', wrong: ofAnother('it.credential_id') },
    { from: 'wallet_offer', key: 'id', wrong: ofAnother('it.credential_id') },
    {
      from: 'host_token',
      key: 'secret_hash',
      wrong: is(
        'exists (select 1 from host_grant where host_grant.id = it.grant_id and host_grant.person_id <> it.person_id)',
      ),
    },
  ],
  orphans: [
    ...(['upload_part', 'upload_line'] as const).map(
      (from): InvariantCheck => ({ from, key: 'upload_id', wrong: is(none('upload', 'id', 'it.upload_id')) }),
    ),
    {
      from: 'engagement_request',
      key: 'reference',
      wrong: is(none('engagement', 'reference', 'it.reference')),
    },
    { from: 'column_match', key: 'person_id', wrong: is(none('person', 'id', 'it.person_id')) },
    { from: 'endorsement', key: 'id', wrong: is(none('establishment', 'uai', 'it.uai')) },
    { from: 'school_key', key: 'kid', wrong: is(none('public_key', 'kid', 'it.issuer_kid')) },
  ],
  'addresses-in-order': [
    {
      from: 'person',
      key: 'id',
      wrong: is(`(select count(*) from person_email where person_email.person_id = it.id)
        <> (select coalesce(max(position) + 1, 0) from person_email where person_email.person_id = it.id)`),
    },
  ],
  'kept-counts': [
    {
      from: 'procedure_sheet',
      key: 'id',
      wrong: is('it.parts <> (select count(*) from procedure_part where procedure_part.sheet_id = it.id)'),
    },
    {
      from: 'proposal',
      key: 'id',
      only: is(`it.summary like '%"cautions":[%'`),
      wrong: is(`(it.to_look_at = 1) = (it.summary like '%"cautions":[]%')`),
    },
  ],
  'nothing-ahead': DONE_COLUMNS.map(
    ({ table: from, key, columns }): InvariantCheck => ({ from, key, wrong: (now) => isAhead(columns, now) }),
  ),
};

/** Whether one of the instants, or one of the days, is later. */
function isAhead(columns: readonly string[], now: Instant): Condition {
  const today = localDateInParis(now);
  const later = columns.map((column) => {
    const isInstant = /_at$|^at$|^since$|_from$/.test(column);
    return sql`${sql.ref(`it.${column}`)} > ${isInstant ? now : today}`;
  });
  return sql<SqlBool>`(${sql.join(later, sql` or `)})`;
}
