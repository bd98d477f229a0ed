import type { SettingChange } from '../../../domain/setting.ts';
import { excluded } from './excluded.ts';
import { premise } from './premise.ts';
import type { Writers } from './writer.ts';

export const settings = {
  'setting-changed': (database, { name, value, asRead, at, by }) => {
    const { db } = database;
    const set = { value, changed_at: at, changed_by: by };
    const same = db.selectFrom('setting').select('name').where('name', '=', name);
    return [
      ...(asRead === undefined
        ? []
        : [premise(database, 'choice-as-read', same.where('value', '=', asRead))]),
      db
        .insertInto('setting')
        .values({ name, ...set })
        .onConflict((on) => on.column('name').doUpdateSet(excluded(set)))
        .compile(),
    ];
  },
} satisfies Writers<SettingChange>;
