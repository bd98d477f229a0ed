import type { SettingChange } from '../../../domain/setting.ts';
import { excluded } from './excluded.ts';
import type { Writers } from './writer.ts';

export const settings = {
  'setting-changed': ({ db }, { name, value, at, by }) => {
    const set = { value, changed_at: at, changed_by: by };
    return [
      db
        .insertInto('setting')
        .values({ name, ...set })
        .onConflict((on) => on.column('name').doUpdateSet(excluded(set)))
        .compile(),
    ];
  },
} satisfies Writers<SettingChange>;
