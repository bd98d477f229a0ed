import type { SettingsReader } from '../../../application/store/settings-reader.ts';
import type { Database } from '../database.ts';

/** Reads the settings made on the screens. */
export function makeSettingsReader({ db }: Database): SettingsReader {
  return {
    readSettings: async () => {
      const rows = await db.selectFrom('setting').select(['name', 'value']).execute();
      return new Map(rows.map(({ name, value }) => [name, value]));
    },
  };
}
