import type { SettingsReader } from '../../../application/store/service-readers.ts';
import type { SettingChange } from '../../../domain/settings/change.ts';
import { premised, type Writers } from '../commit/change-writer.ts';
import { premise, premiseHeld, premiseOfNone } from '../commit/precondition.ts';
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
  'setting-as-read': premised(['choice-as-read'], (database, { name, value }) =>
    premiseHeld(
      database,
      'choice-as-read',
      database.db.selectFrom('setting').select('name').where('name', '=', name).where('value', '=', value),
    ),
  ),
  'setting-changed': premised(['choice-as-read'], (database, { name, value, asRead, at, by }) => {
    const { db } = database;
    const set = { value, changed_at: at, changed_by: by };
    const same = db.selectFrom('setting').select('name').where('name', '=', name);
    return [
      asRead === undefined
        ? premiseOfNone(database, 'choice-as-read', same)
        : premise(database, 'choice-as-read', same.where('value', '=', asRead)),
      db
        .insertInto('setting')
        .values({ name, ...set })
        .onConflict((on) => on.column('name').doUpdateSet(excluded(set)))
        .compile(),
    ];
  }),
} satisfies Writers<SettingChange>;
