import { type CompiledQuery, sql } from 'kysely';
import type { PersonId } from '../../../domain/ids.ts';
import { FEATURE_MERGERS } from '../../../features/all/erasures.ts';
import type { Queries } from '../commit/change-writer.ts';
import type { Database } from '../mapping/database.ts';
import { isAbout, ORDERED_PERSON_TABLES, PERSON_TABLES, personTablesWith } from './person-tables.ts';

/** Merges two records of one person: the rows of `from` go over to `into` as PERSON_TABLES says, and its own
 *  row is deleted. Where both attended an event, one attendance stays whole. The addresses are written with
 *  the remaining person. */
export function mergePeople(
  { db }: Database,
  { from, into }: { readonly from: PersonId; readonly into: PersonId },
): Queries {
  return [
    unsettleOwn({ db }, from, into),
    // Both may have declared the same engagement, so the moved one loses its key.
    db.updateTable('declared_engagement').set({ segment_key: null }).where('person_id', '=', from).compile(),
    ...mergeAttendances({ db }, from, into),
    ...FEATURE_MERGERS.flatMap((merge) => merge({ db }, from, into)),
    dropSecondProposal({ db }, from, into),
    ...moveRows({ db }, from, into),
    ...moveAwards({ db }, from, into),
    db.deleteFrom('proposal').where('recipient_id', 'in', [from, into]).compile(),
    ...personTablesWith('merge', 'goes')
      .toReversed()
      .map((table) => sql`delete from ${sql.table(table)} where ${isAbout(db, table, from)}`.compile(db)),
  ];
}

/** Moves rows; where both records have a row, that of `into` stays. */
function moveRows({ db }: Pick<Database, 'db'>, from: PersonId, into: PersonId): Queries {
  return ORDERED_PERSON_TABLES.flatMap((table) => {
    const { merge } = PERSON_TABLES[table];
    const moved = sql`update ${sql.table(table)} set person_id = ${into} where person_id = ${from}`.compile(
      db,
    );
    if (merge === 'moves') return [moved];
    if (typeof merge === 'string') return [];
    const both = sql.join(
      [
        sql`kept.person_id = ${into}`,
        ...merge.unless.map((column) => sql`kept.${sql.ref(column)} = ${sql.ref(`${table}.${column}`)}`),
      ],
      sql` and `,
    );
    const twice = sql`delete from ${sql.table(table)} where person_id = ${from} and exists (select 1 from ${sql.table(table)} as kept where ${both})`;
    return [twice.compile(db), moved];
  });
}

/** Where one of the two confirmed a segment of the other, it must be confirmed again: people may not confirm
 *  their own engagement. */
function unsettleOwn({ db }: Pick<Database, 'db'>, from: PersonId, into: PersonId): CompiledQuery {
  const both = [from, into];
  const addresses = db.selectFrom('person_email').select('address').where('person_id', 'in', both);
  const requested = { confirmation: 'requested', holds_single_role: 0, reservation: null } as const;
  return db
    .updateTable('engagement')
    .set({
      ...requested,
      confirmed_by: null,
      confirmed_on: null,
      decided_by: null,
      decided_on: null,
      decided_from: null,
    })
    .where('person_id', 'in', both)
    .where('confirmed_by', 'in', addresses)
    .compile();
}

/** A school has at most one waiting proposal for a person: the proposal of the remaining record is kept. */
function dropSecondProposal({ db }: Pick<Database, 'db'>, from: PersonId, into: PersonId): CompiledQuery {
  const waiting = db.selectFrom('mission_proposal').select('uai').where('outcome', 'is', null);
  return db
    .deleteFrom('mission_proposal')
    .where('person_id', '=', from)
    .where('outcome', 'is', null)
    .where('uai', 'in', waiting.where('person_id', '=', into))
    .compile();
}

/** Of two attendances at one event, the one with the better proof stays whole, with its hours; at equal proof
 *  the longer one (docs/rules.md, Merging two records). */
function mergeAttendances({ db }: Pick<Database, 'db'>, from: PersonId, into: PersonId): Queries {
  const hoursOf = (name: string) =>
    sql`coalesce(${sql.ref(`${name}.hours`)}, (select event.hours from event where event.code = ${sql.ref(`${name}.event_code`)}), 0)`;
  const better = sql`other.proof > attendance.proof or (other.proof = attendance.proof and ${hoursOf('other')} > ${hoursOf('attendance')})`;
  const worse = sql`delete from attendance where person_id = ${into} and exists (select 1 from attendance as other where other.person_id = ${from} and other.event_code = attendance.event_code and (${better}))`;
  const saved = sql`select 1 from attendance as kept where kept.person_id = ${into} and kept.event_code = attendance.event_code`;
  const twice = sql`delete from attendance where person_id = ${from} and exists (${saved})`;
  return [
    worse.compile(db),
    twice.compile(db),
    db.updateTable('attendance').set({ person_id: into }).where('person_id', '=', from).compile(),
  ];
}

/** Moves awards and refusals. Where both have the same badge, the moved ones are numbered after those of
 *  `into`. */
function moveAwards({ db }: Pick<Database, 'db'>, from: PersonId, into: PersonId): Queries {
  const after = sql<number>`sequence + (select coalesce(max(earlier.sequence), 0) from award as earlier where earlier.recipient_kind = 'person' and earlier.recipient_id = ${into} and earlier.achievement = award.achievement)`;
  const refused = sql`delete from proposal_refusal where recipient_id = ${from} and exists (select 1 from proposal_refusal as kept where kept.recipient_id = ${into} and kept.achievement = proposal_refusal.achievement and kept.school_year = proposal_refusal.school_year and kept.refused_at = proposal_refusal.refused_at)`;
  return [
    db
      .updateTable('award')
      .set({ recipient_id: into, sequence: after })
      .where('recipient_kind', '=', 'person')
      .where('recipient_id', '=', from)
      .compile(),
    refused.compile(db),
    db.updateTable('proposal_refusal').set({ recipient_id: into }).where('recipient_id', '=', from).compile(),
  ];
}
