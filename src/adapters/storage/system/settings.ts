import type { SettingsReader } from '../../../application/store/service-readers.ts';
import type { SettingChange } from '../../../domain/settings/change.ts';
import { type Writers, withPrecondition } from '../commit/change-writer.ts';
import { precondition, preconditionHeld, preconditionOfNone } from '../commit/precondition.ts';
import type { Database } from '../mapping/database.ts';
import { excluded } from '../mapping/insert.ts';

export function makeSettingsReader({ db }: Database): SettingsReader {
  return {
    readSettings: async () => {
      const rows = await db.selectFrom('setting').select(['name', 'value']).execute();
      return new Map(rows.map(({ name, value }) => [name, value]));
    },
  };
}

export const settings = {
  'setting-as-read': withPrecondition(['choice-as-read'], (database, { name, value }) =>
    preconditionHeld(
      database,
      'choice-as-read',
      database.db.selectFrom('setting').select('name').where('name', '=', name).where('value', '=', value),
    ),
  ),
  'setting-changed': withPrecondition(['choice-as-read'], (database, { name, value, asRead, at, by }) => {
    const { db } = database;
    const set = { value, changed_at: at, changed_by: by };
    const same = db.selectFrom('setting').select('name').where('name', '=', name);
    return [
      asRead === undefined
        ? preconditionOfNone(database, 'choice-as-read', same)
        : precondition(database, 'choice-as-read', same.where('value', '=', asRead)),
      db
        .insertInto('setting')
        .values({ name, ...set })
        .onConflict((on) => on.column('name').doUpdateSet(excluded(set)))
        .compile(),
    ];
  }),
} satisfies Writers<SettingChange>;
