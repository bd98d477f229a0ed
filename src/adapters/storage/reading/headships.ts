import type { HeadshipReader } from '../../../application/store/headship-reader.ts';
import type { Database } from '../database.ts';

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
