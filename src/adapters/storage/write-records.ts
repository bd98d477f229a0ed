import type { CompiledQuery } from 'kysely';
import type {
  Attendance,
  Authorisation,
  Contribution,
  Engagement,
  Establishment,
  Event,
  Person,
  ProgressReview,
} from '../../domain/records.ts';
import type { Database } from './database.ts';
import {
  toAttendanceRow,
  toAuthorisationRow,
  toContributionRow,
  toEngagementRow,
  toEstablishmentRow,
  toEventRow,
  toPersonRow,
  toReviewRow,
} from './rows.ts';

type Queries = readonly CompiledQuery[];

/** Records by their own key: a second save of the same key replaces all of the first. */
export function makeRecordWriter({ db }: Database) {
  return {
    saveEstablishment(it: Establishment): Queries {
      const { uai, ...rest } = toEstablishmentRow(it);
      const insert = db.insertInto('establishment').values({ uai, ...rest });
      return [insert.onConflict((on) => on.column('uai').doUpdateSet(rest)).compile()];
    },
    savePerson(it: Person): Queries {
      const { id, ...rest } = toPersonRow(it);
      const insert = db.insertInto('person').values({ id, ...rest });
      const emails = it.emails.map((address, position) => ({ address, person_id: id, position }));
      const profiles = it.profiles.map((profile) => ({ person_id: id, profile }));
      return [
        insert.onConflict((on) => on.column('id').doUpdateSet(rest)).compile(),
        db.deleteFrom('person_email').where('person_id', '=', id).compile(),
        ...emails.map((row) => db.insertInto('person_email').values(row).compile()),
        db.deleteFrom('person_profile').where('person_id', '=', id).compile(),
        ...profiles.map((row) => db.insertInto('person_profile').values(row).compile()),
      ];
    },
    saveEngagement(it: Engagement): Queries {
      const { reference, ...rest } = toEngagementRow(it);
      const insert = db.insertInto('engagement').values({ reference, ...rest });
      return [insert.onConflict((on) => on.column('reference').doUpdateSet(rest)).compile()];
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
              .doUpdateSet({ ends_on, convention }),
          )
          .compile(),
      ];
    },
    saveEvent(it: Event): Queries {
      const { code, ...rest } = toEventRow(it);
      const insert = db.insertInto('event').values({ code, ...rest });
      return [insert.onConflict((on) => on.column('code').doUpdateSet(rest)).compile()];
    },
    saveAttendance(it: Attendance): Queries {
      const row = toAttendanceRow(it);
      const { hours, proof } = row;
      const insert = db.insertInto('attendance').values(row);
      return [
        insert
          .onConflict((on) => on.columns(['person_id', 'event_code']).doUpdateSet({ hours, proof }))
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
      return [insert.onConflict((on) => on.column('reference').doUpdateSet(rest)).compile()];
    },
  };
}
