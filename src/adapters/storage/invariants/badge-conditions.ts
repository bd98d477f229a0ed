import { type RawBuilder, type SqlBool, sql } from 'kysely';

export const ACTION = `(audit.action || '')`;

export type Condition = RawBuilder<SqlBool>;

export const is = (condition: string): Condition => sql<SqlBool>`${sql.raw(condition)}`;

/** Whether no row of a table has this value in its column. */
export const none = (table: string, column: string, value: string): string =>
  `not exists (select 1 from ${table} as known where known.${column} = ${value})`;

export const BADGE_ACTIONS = [
  ...['issued', 'reissued', 'revoked', 'suspended', 'resumed', 'accepted', 'declined', 'hidden', 'shown'],
]
  .map((act) => `'credential-${act}'`)
  .join(', ');

/** The kinds of recipient, each with what else makes two of its awards the same badge. An engine uses the index of
 *  a kind only if the kind is written out. */
export const KINDS = [
  { kind: 'person', same: () => '' },
  { kind: 'establishment', same: (one: string) => `and ${one}.school_year = it.school_year` },
] as const;

type RecipientKind = (typeof KINDS)[number];

/** Another award of the same badge that stood when this one was granted, and could not yet be renewed. Two
 *  records that are merged may each have one. */
export const stoodAlready = ({ kind, same }: RecipientKind) => `it.sequence > 1 and exists (
  select 1 from award as earlier left join credential on credential.award_id = earlier.id
  where earlier.recipient_kind = '${kind}' and earlier.recipient_id = it.recipient_id
    and earlier.achievement = it.achievement and earlier.sequence < it.sequence ${same('earlier')}
    and credential.revoked_at is null and coalesce(credential.acceptance, '') <> 'declined'
    and (earlier.valid_until is null
      or it.school_year < cast(substr(earlier.valid_until, 1, 4) as integer) - 1)
) and not exists (
  select 1 from audit where audit.subject = it.recipient_id and ${ACTION} = 'people-merged'
)`;

/** A decision on the same badge that was made after the proposal was judged and still stands. */
export const isDecided = ({ kind, same }: RecipientKind) => `exists (
  select 1 from award left join credential on credential.award_id = award.id
  where award.recipient_id = it.recipient_id and award.recipient_kind = '${kind}'
    and award.achievement = it.achievement and award.granted_at >= it.judged_on ${same('award')}
    and credential.revoked_at is null and coalesce(credential.acceptance, '') <> 'declined'
) or exists (
  select 1 from proposal_refusal as refusal
  where refusal.recipient_id = it.recipient_id and refusal.recipient_kind = '${kind}'
    and refusal.achievement = it.achievement and refusal.school_year = it.school_year
    and refusal.reopened_at is null
)`;

export const OF_UNKNOWN = `(it.recipient_kind = 'person' and ${none('person', 'id', 'it.recipient_id')})
  or (it.recipient_kind = 'establishment' and ${none('establishment', 'uai', 'it.recipient_id')})`;

/** Whether the badge in this column is another person's. */
export const ofAnother = (credential: string): Condition =>
  is(`exists (
    select 1 from credential join award on award.id = credential.award_id
    where credential.id = ${credential} and award.recipient_kind = 'person'
      and award.recipient_id <> it.person_id
  )`);

/** Whether the place is in no list, or in one that is kept for something else. */
export const misplaced = (savedFor: string): Condition =>
  is(`not exists (
    select 1 from status_list where status_list.id = it.status_list_id
      and status_list.size > it.status_index and status_list.kept_for = '${savedFor}'
  )`);

export const inLog = (digest: string) =>
  `${none('log_entry', 'document', digest)} and ${none('log_waiting', 'document', digest)}`;

export const UNSIGNED = none('credential', 'award_id', 'it.id');
