import type { CompiledQuery } from 'kysely';
import type {
  Attendance,
  Authorisation,
  Contribution,
  Engagement,
  Establishment,
  Event,
  ProgressReview,
} from '../../../domain/records.ts';
import type { Database } from '../database.ts';
import {
  toAttendanceRow,
  toAuthorisationRow,
  toContributionRow,
  toEngagementRow,
  toEstablishmentRow,
  toEventRow,
  toReviewRow,
} from '../tables/rows.ts';
import { excluded } from './excluded.ts';

type Queries = readonly CompiledQuery[];

/** Records by their own key: a second save of the same key replaces all of the first. */
export function makeRecordWriter({ db }: Database) {
  return {
    saveEstablishment(it: Establishment): Queries {
      const { uai, ...rest } = toEstablishmentRow(it);
      const insert = db.insertInto('establishment').values({ uai, ...rest });
      return [insert.onConflict((on) => on.column('uai').doUpdateSet(excluded(rest))).compile()];
    },
    saveEngagement(it: Engagement): Queries {
      const { reference, ...rest } = toEngagementRow(it);
      const insert = db.insertInto('engagement').values({ reference, ...rest });
      return [insert.onConflict((on) => on.column('reference').doUpdateSet(excluded(rest))).compile()];
    },
    saveAuthorisation(it: Authorisation): Queries {
      const row = toAuthorisationRow(it);
      const insert = db.insertInto('authorisation').values(row);
      const { ends_on, convention } = row;
      return [
        insert
          .onConflict((on) =>
            on
              .columns(['uai', 'mission', 'local_authority', 'starts_on'])
              .doUpdateSet(excluded({ ends_on, convention })),
          )
          .compile(),
      ];
    },
    saveEvent(it: Event): Queries {
      const { code, ...rest } = toEventRow(it);
      const insert = db.insertInto('event').values({ code, ...rest });
      return [insert.onConflict((on) => on.column('code').doUpdateSet(excluded(rest))).compile()];
    },
    saveAttendance(it: Attendance): Queries {
      const row = toAttendanceRow(it);
      const { hours, proof } = row;
      const insert = db.insertInto('attendance').values(row);
      return [
        insert
          .onConflict((on) => on.columns(['person_id', 'event_code']).doUpdateSet(excluded({ hours, proof })))
          .compile(),
      ];
    },
    saveReview(it: ProgressReview): Queries {
      const insert = db.insertInto('progress_review').values(toReviewRow(it));
      // All of its columns are its key: there is nothing to update.
      return [insert.onConflict((on) => on.doNothing()).compile()];
    },
    saveContribution(it: Contribution): Queries {
      const { reference, ...rest } = toContributionRow(it);
      const insert = db.insertInto('contribution').values({ reference, ...rest });
      return [insert.onConflict((on) => on.column('reference').doUpdateSet(excluded(rest))).compile()];
    },
  };
}
