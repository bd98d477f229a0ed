import type { ExpressionBuilder } from 'kysely';
import type { HeadshipReader } from '../../../application/store/people-readers.ts';
import type { AccountChange } from '../../../domain/access/account-change.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Uai } from '../../../domain/uai.ts';
import { newKey, sweep, type Writers, withPrecondition } from '../commit/change-writer.ts';
import { precondition } from '../commit/precondition.ts';
import type { Database } from '../mapping/database.ts';
import type { Tables } from '../mapping/tables.ts';

/** The changes to who heads which school. */
export type HeadshipChange = Extract<AccountChange, { readonly kind: `headship${string}` }>;

/** Reads the heads of schools, and the declarations that others contradict. */
export function makeHeadshipReader({ db, capabilities }: Database): HeadshipReader {
  return {
    readHeadships: async (uais) => {
      const list = capabilities.listOf(uais);
      const [named, declared] = await Promise.all([
        db
          .selectFrom('person')
          .select(['id', 'head_of_uai'])
          .where('head_of_uai', 'in', list)
          .orderBy('id')
          .execute(),
        db
          .selectFrom('headship')
          .select(['person_id', 'uai', 'checked_at'])
          .where('uai', 'in', list)
          .orderBy('person_id')
          .execute(),
      ]);
      return [
        ...named.flatMap(({ id, head_of_uai: uai }) =>
          uai === null ? [] : [{ uai, personId: id, says: 'dane' as const }],
        ),
        ...declared.map(({ uai, person_id: personId, checked_at: checkedAt }) => ({
          ...{ uai, personId, says: 'declaration' as const },
          ...(checkedAt !== null && { isChecked: true as const }),
        })),
      ];
    },
    readDoubtedHeadships: async (limit) => {
      const rows = await db
        .selectFrom('headship')
        .selectAll()
        .where('checked_at', 'is', null)
        .where((eb) =>
          eb.or([
            eb.exists(
              eb
                .selectFrom('person')
                .select('person.id')
                .whereRef('person.head_of_uai', '=', 'headship.uai')
                .whereRef('person.id', '<>', 'headship.person_id'),
            ),
            eb.exists(
              eb
                .selectFrom('headship as other')
                .select('other.person_id')
                .whereRef('other.uai', '=', 'headship.uai')
                .whereRef('other.person_id', '<>', 'headship.person_id'),
            ),
          ]),
        )
        .orderBy('declared_at')
        .orderBy('person_id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ uai: row.uai, personId: row.person_id, declaredAt: row.declared_at }));
    },
  };
}

export const headships = {
  'headships-kept': sweep(
    'headships-kept',
    ({ db, capabilities }, { personId, uais }) => {
      const gone = db.deleteFrom('headship').where('person_id', '=', personId);
      return [gone.where('uai', 'not in', capabilities.listOf(uais)).compile()];
    },
    'provider',
  ),
  'headship-declared': newKey(({ db }, { personId, uai, at }) => {
    const row = { person_id: personId, uai, declared_at: at, checked_at: null };
    return [db.insertInto('headship').values(row).compile()];
  }),
  'headship-withdrawn': withPrecondition(['choice-as-read'], (database, change) => [
    precondition(database, 'choice-as-read', findDeclaration(database, change)),
    database.db.deleteFrom('headship').where(isDeclaration(change)).compile(),
  ]),
  'headship-checked': withPrecondition(['choice-as-read'], (database, change) => [
    precondition(
      database,
      'choice-as-read',
      findDeclaration(database, change).where('checked_at', 'is', null),
    ),
    database.db.updateTable('headship').set({ checked_at: change.at }).where(isDeclaration(change)).compile(),
  ]),
} satisfies Writers<HeadshipChange>;

function findDeclaration({ db }: Database, change: { readonly personId: PersonId; readonly uai: Uai }) {
  return db.selectFrom('headship').select('uai').where(isDeclaration(change));
}

function isDeclaration({ personId, uai }: { readonly personId: PersonId; readonly uai: Uai }) {
  return (eb: ExpressionBuilder<Tables, 'headship'>) =>
    eb.and([eb('person_id', '=', personId), eb('uai', '=', uai)]);
}
