import { type CompiledQuery, type Expression, type ExpressionBuilder, sql } from 'kysely';
import { isWithin } from '../../../domain/engagement/change-or-end.ts';
import { engagementKey } from '../../../domain/engagement/content.ts';
import { type Role, SINGLE_ROLES } from '../../../domain/engagement/mission.ts';
import { type Engagement, isCountable } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time/calendar.ts';
import type { Queries } from '../commit/change-writer.ts';
import { precondition } from '../commit/precondition.ts';
import type { Database } from '../mapping/database.ts';
import type { Tables } from '../mapping/tables.ts';
import { contentColumns, toEngagementRow } from './rows.ts';

interface Replaced {
  readonly asRead: Engagement;
  readonly engagement: Engagement;
  /** New engagements, cut off the decided one. */
  readonly cutOff: readonly Engagement[];
}

/** `cutOff` is optional here, because a decision often cuts nothing off. */
export interface Decided extends Omit<Replaced, 'cutOff'> {
  readonly cutOff?: readonly Engagement[];
}

/** Writes the decided engagement, with the new ones that are cut off it. Fails where the engagement has changed
 *  since it was read. */
export function decideEngagement(database: Database, { asRead, engagement, cutOff = [] }: Decided): Queries {
  const { db } = database;
  return [
    ...[engagement, ...cutOff].flatMap((part) => requireSingleRoles(database, part)),
    ...replaceEngagement(database, { asRead, engagement, cutOff }),
    db.deleteFrom('engagement_request').where('reference', '=', engagement.reference).compile(),
  ];
}

/** Writes an engagement that was ended, cut or corrected. The check for a single role is left out where the
 *  engagement only became shorter. */
export function changeEngagement(database: Database, { asRead, engagement, cutOff }: Replaced): Queries {
  const isNarrower =
    engagement.uai === asRead.uai && isWithin(engagement, asRead) && isCountable(asRead.confirmation);
  return [
    ...[...(isNarrower ? [] : [engagement]), ...cutOff].flatMap((part) => requireSingleRoles(database, part)),
    ...replaceEngagement(database, { asRead, engagement, cutOff }),
  ];
}

/** Tables whose rows are about one engagement alone, by the column that names it. */
const ABOUT_ENGAGEMENT = [
  ['engagement_request', 'reference'],
  ['declared_engagement', 'reference'],
  ['confirmation_request', 'engagement_reference'],
  ['documentary_confirmation', 'engagement_reference'],
  ['engagement_proposal', 'engagement_reference'],
  ['contest', 'engagement_reference'],
] as const;

/** Removes an engagement with all that is about it alone, where it is still as it was read. */
export function removeEngagement(database: Database, { asRead }: { readonly asRead: Engagement }): Queries {
  const { reference } = asRead;
  return [
    precondition(database, 'engagement-as-read', findAsRead(database, asRead)),
    ...deleteEngagements(database, [reference]),
  ];
}

/** Deletes engagements with all that is about them alone. */
export function deleteEngagements(database: Database, references: readonly string[]): Queries {
  return deleteEngagementsIn(database, database.capabilities.listOf(references));
}

/** The same, of the engagements whose references the expression gives. */
export function deleteEngagementsIn({ db }: Database, references: Expression<string | object>): Queries {
  return [
    ...ABOUT_ENGAGEMENT.map(([table, column]) =>
      db
        .deleteFrom(table)
        .where(sql<boolean>`${sql.ref(column)} in ${references}`)
        .compile(),
    ),
    db.deleteFrom('engagement').where(sql<boolean>`reference in ${references}`).compile(),
  ];
}

/** Writes a new engagement that the DANE enters, or that was proposed and accepted. */
export function enterEngagement(
  database: Database,
  { engagement }: { readonly engagement: Engagement },
): Queries {
  return [
    ...requireSingleRoles(database, engagement),
    database.db.insertInto('engagement').values(toEngagementRow(engagement)).compile(),
  ];
}

/** Writes the engagement and the new ones, where the stored engagement is still as it was read. */
export function replaceEngagement(database: Database, { asRead, engagement, cutOff }: Replaced): Queries {
  const { db } = database;
  const { reference, ...row } = toEngagementRow(engagement);
  return [
    precondition(database, 'engagement-as-read', findAsRead(database, asRead)),
    db.updateTable('engagement').set(row).where('reference', '=', reference).compile(),
    ...cutOff.map((part) => db.insertInto('engagement').values(toEngagementRow(part)).compile()),
  ];
}

/** Finds the engagement's row where it is still as it was read. */
function findAsRead({ db }: Database, asRead: Engagement) {
  const { holds_single_role: _derived, ...columns } = toEngagementRow(asRead);
  return findWith(db, columns);
}

/** Finds the rows with these values. */
function findWith(db: Database['db'], columns: Partial<Tables['engagement']>) {
  return Object.entries(columns).reduce(
    (found, [column, value]) =>
      found.where(sql.ref(`engagement.${column}`), value === null ? 'is' : '=', value),
    db.selectFrom('engagement').select('reference'),
  );
}

/** Two engagements that may not both be confirmed are two different rows. So each commit also writes the
 *  school's row: of two concurrent commits, one waits for the other, and then its precondition fails. */
function requireSingleRoles(database: Database, engagement: Engagement): Queries {
  const { db } = database;
  const roles = SINGLE_ROLES.filter((role) => engagement.roles.includes(role));
  if (roles.length === 0 || !isCountable(engagement.confirmation)) return [];
  return [
    db
      .updateTable('establishment')
      .set((eb) => ({ name: eb.ref('name') }))
      .where('uai', '=', engagement.uai)
      .compile(),
    ...roles.map((role) =>
      precondition(database, 'single-role-free', schoolWhereFree(database, engagement, role)),
    ),
  ];
}

/** Finds the school's row where no other person's countable engagement has the role on a day of this one. */
function schoolWhereFree({ db, capabilities }: Database, { uai, personId, period }: Engagement, role: Role) {
  const { to } = period;
  const held = db
    .selectFrom('engagement')
    .select('reference')
    .where('uai', '=', uai)
    .where('person_id', '<>', personId)
    .where('holds_single_role', '=', sql.lit(1))
    .where((eb) => capabilities.holds(eb.ref('roles'), role))
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', period.from)]))
    .$if(to !== undefined, (query) => query.where('starts_on', '<=', to as NonNullable<typeof to>));
  return db
    .selectFrom('establishment')
    .select('uai')
    .where('uai', '=', uai)
    .where((eb) => eb.not(eb.exists(held)));
}

interface Declared {
  readonly engagement: Engagement;
  readonly at: Instant;
}

/** Adds a new engagement that its own teacher declared. */
export function declare(database: Database, { engagement, at }: Declared): Queries {
  const { db } = database;
  const row = toEngagementRow(engagement);
  const { reference, person_id } = row;
  const segment_key = engagementKey(engagement);
  const declared = { reference, person_id, declared_at: at, segment_key };
  const waits = { reference, person_id, since: at };
  return [
    forgetStaleKey(database, segment_key, engagement),
    db.insertInto('engagement').values(row).compile(),
    db.insertInto('declared_engagement').values(declared).compile(),
    db.insertInto('engagement_request').values(waits).compile(),
  ];
}

/** Changes the engagement as its teacher declares it now. Refused, with the whole commit, where it is decided. */
export function redeclare(database: Database, { engagement, at }: Declared): Queries {
  const { db } = database;
  const { reference, sharing: _kept, ...row } = toEngagementRow(engagement);
  const open = openEngagement(database, reference);
  // The principal has not been asked about the new content, so the reminders start again.
  const requested = db
    .updateTable('confirmation_request')
    .set({ requested_at: at, first_reminder_at: null, second_reminder_at: null })
    .where('engagement_reference', 'in', open.select);
  const key = db
    .updateTable('declared_engagement')
    .set({ segment_key: engagementKey(engagement) })
    .where('reference', 'in', open.select);
  const waits = db.updateTable('engagement_request').set({ since: at }).where('reference', 'in', open.select);
  return [
    precondition(database, 'engagement-still-open', open.select),
    requested.compile(),
    key.compile(),
    waits.compile(),
    open.update.set(row).compile(),
  ];
}

/** Deletes the engagement with its request. Refused, with the whole commit, where it is decided. */
export function withdraw(database: Database, reference: string): Queries {
  const { db } = database;
  const open = openEngagement(database, reference);
  return [
    precondition(database, 'engagement-still-open', open.select),
    db.deleteFrom('declared_engagement').where('reference', 'in', open.select).compile(),
    db.deleteFrom('engagement_request').where('reference', 'in', open.select).compile(),
    open.delete.compile(),
  ];
}

/** Frees the key of a declared engagement whose content a file or a decision has changed since. */
function forgetStaleKey({ db }: Database, key: string, engagement: Engagement): CompiledQuery {
  const { personId: person_id, uai } = engagement;
  const same = findWith(db, { person_id, uai, ...contentColumns(engagement) });
  return db
    .updateTable('declared_engagement')
    .set({ segment_key: null })
    .where('person_id', '=', person_id)
    .where('segment_key', '=', key)
    .where('reference', 'not in', same)
    .compile();
}

/** Queries on the engagement that match only while it is undecided. */
function openEngagement({ db }: Database, reference: string) {
  const isOpen = (eb: ExpressionBuilder<Tables, 'engagement'>) =>
    eb.and([
      eb('reference', '=', reference),
      eb('confirmation', '=', 'requested'),
      eb('decided_by', 'is', null),
    ]);
  return {
    select: db.selectFrom('engagement').select('reference').where(isOpen),
    update: db.updateTable('engagement').where(isOpen),
    delete: db.deleteFrom('engagement').where(isOpen),
  };
}
