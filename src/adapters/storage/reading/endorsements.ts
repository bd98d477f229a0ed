import type { EndorsementReader } from '../../../application/store/endorsement-reader.ts';
import type { Database } from '../database.ts';
import { fromEndorsementRow, fromSchoolKeyRow } from '../tables/endorsements.ts';

export function makeEndorsementReader({ db }: Database): EndorsementReader {
  const all = () => db.selectFrom('endorsement').selectAll().orderBy('offered_at').orderBy('id');
  return {
    readEndorsementsOf: async (personId) =>
      (await all().where('person_id', '=', personId).execute()).map(fromEndorsementRow),
    readEndorsementsIn: async (credentialId) =>
      (await all().where('credential_id', '=', credentialId).execute()).map(fromEndorsementRow),
    readSchoolKeys: async (uai) => {
      const keys = db.selectFrom('school_key').selectAll().orderBy('kid');
      const rows = await (uai === undefined ? keys : keys.where('uai', '=', uai)).execute();
      return rows.map(fromSchoolKeyRow);
    },
  };
}
