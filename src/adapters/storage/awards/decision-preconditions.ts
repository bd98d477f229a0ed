import { sql } from 'kysely';
import type { Recipient } from '../../../domain/award/types.ts';
import type { AwardId } from '../../../domain/ids.ts';
import type { Queries } from '../commit/change-writer.ts';
import { preconditionOfNone } from '../commit/precondition.ts';
import type { Database } from '../mapping/database.ts';
import { awardIdsOf, toRecipientColumns } from './rows.ts';

/** A badge of a recipient on which someone decides. */
export interface Decided {
  readonly recipient: Recipient;
  readonly achievement: string;
}

/** Fails the whole commit where one of these recipients is gone. It also writes their rows, so that of two
 *  decisions on the badges of one recipient, one waits for the other and sees it (docs/adr/0006). */
export function recipientsKnown(database: Database, recipients: readonly Recipient[]): Queries {
  const { db, capabilities } = database;
  const people = recipients.flatMap((one) => (one.kind === 'person' ? [one.personId] : []));
  const schools = recipients.flatMap((one) => (one.kind === 'establishment' ? [one.uai] : []));
  const written = (table: 'person' | 'establishment', ids: readonly string[]): Queries => {
    if (ids.length === 0) return [];
    const [key, name] = table === 'person' ? ['person.id', 'given_name'] : ['establishment.uai', 'name'];
    const list = capabilities.listOf([...new Set(ids)]);
    const stored = sql`select 1 from ${sql.table(table)} where ${sql.ref(key)} = line.value ->> 'id'`;
    const missing = db
      .selectFrom(capabilities.objectsOf(ids.map((id) => ({ id }))).as('line'))
      .select(sql<number>`1`.as('missing'))
      .where(sql<boolean>`not exists (${stored})`);
    return [
      sql`update ${sql.table(table)} set ${sql.ref(name)} = ${sql.ref(name)} where ${sql.ref(key)} in ${list}`.compile(
        db,
      ),
      preconditionOfNone(database, 'choice-as-read', missing),
    ];
  };
  return [...written('person', people), ...written('establishment', schools)];
}

/** Fails the whole commit where a refusal of one of these badges stands for its school year. */
export function noneRefused(
  database: Database,
  badges: readonly (Decided & { readonly schoolYear: number })[],
): Queries {
  const { db, capabilities } = database;
  const marks = badges.map((one) => `${markOf(one)} ${one.schoolYear}`);
  const refused = db
    .selectFrom('proposal_refusal')
    .select('recipient_id')
    .where('recipient_id', 'in', recipientIds(database, badges))
    .where(sql<boolean>`${MARK} || ' ' || school_year in ${capabilities.listOf(marks)}`)
    .where('reopened_at', 'is', null);
  return [preconditionOfNone(database, 'choice-as-read', refused)];
}

/** Fails the whole commit where one of these badges has an award that was not among those read. */
export function noOtherAwards(
  database: Database,
  badges: readonly Decided[],
  read: readonly AwardId[],
): Queries {
  const { db, capabilities } = database;
  const others = db
    .selectFrom('award')
    .select('id')
    .where(
      'id',
      'in',
      awardIdsOf(
        database,
        badges.map(({ recipient }) => recipient),
      ),
    )
    .where(sql<boolean>`${MARK} in ${capabilities.listOf(badges.map(markOf))}`)
    .where('id', 'not in', capabilities.listOf(read));
  return [preconditionOfNone(database, 'choice-as-read', others)];
}

/** Takes the proposals of these badges out of the queue. */
export function dropProposals(database: Database, badges: readonly Decided[]): Queries {
  const { db, capabilities } = database;
  const gone = db
    .deleteFrom('proposal')
    .where('recipient_id', 'in', recipientIds(database, badges))
    .where(sql<boolean>`${MARK} in ${capabilities.listOf(badges.map(markOf))}`);
  return [gone.compile()];
}

const MARK = sql`recipient_kind || ' ' || recipient_id || ' ' || achievement`;

function markOf({ recipient, achievement }: Decided): string {
  const { recipient_kind: kind, recipient_id: id } = toRecipientColumns(recipient);
  return `${kind} ${id} ${achievement}`;
}

function recipientIds({ capabilities }: Database, badges: readonly Decided[]) {
  return capabilities.listOf([
    ...new Set(badges.map(({ recipient }) => toRecipientColumns(recipient).recipient_id)),
  ]);
}
