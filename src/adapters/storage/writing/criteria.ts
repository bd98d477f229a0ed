import type { CriteriaChange } from '../../../domain/criteria/criteria-change.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Database } from '../database.ts';
import { premise } from './premise.ts';
import type { Queries, Writers } from './writer.ts';

export const criteriaVersions = {
  'criteria-adopted': ({ db }, { criteria, by, at }) => {
    const row = {
      version: criteria.version,
      in_force_from: criteria.inForceFrom,
      document: JSON.stringify(criteria),
      adopted_at: at,
      adopted_by: by,
      withdrawn_at: null,
      withdrawn_by: null,
    };
    return [db.insertInto('criteria_version').values(row).compile()];
  },
  'criteria-withdrawn': withdraw,
} satisfies Writers<CriteriaChange>;

interface Withdrawn {
  readonly version: number;
  readonly by: PersonId;
  readonly at: Instant;
}

/** The premise fails where an award was judged by the version. A withdrawn version keeps its number and its
 *  text. */
function withdraw(database: Database, { version, by, at }: Withdrawn): Queries {
  const { db } = database;
  const judged = db.selectFrom('award').select('id').where('version', '=', version);
  const standing = db.selectFrom('criteria_version').select('version').where('version', '=', version);
  const unused = standing.where('withdrawn_at', 'is', null).where((eb) => eb.not(eb.exists(judged)));
  const withdrawn = db.updateTable('criteria_version').set({ withdrawn_at: at, withdrawn_by: by });
  return [premise(database, 'criteria-unused', unused), withdrawn.where('version', '=', version).compile()];
}
