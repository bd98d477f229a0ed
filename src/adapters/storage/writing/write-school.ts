import type { CompiledQuery } from 'kysely';
import type { Change } from '../../../domain/change/change.ts';
import type { SchoolChange } from '../../../domain/change/school-change.ts';
import type { Means } from '../../../domain/engagement/means.ts';
import type { Authorisation } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Database } from '../database.ts';
import { toMeansRow, toPaperRow, toPlannedReviewRow, toReviewNotesRow } from '../tables/rows-school.ts';
import type { MeansTable, PlannedReviewTable, ReviewNotesTable } from '../tables/spaces.ts';
import { excluded } from './excluded.ts';
import { makeContestWriter } from './write-contests.ts';

type Queries = readonly CompiledQuery[];
const KINDS: ReadonlySet<string> = new Set<SchoolChange['kind']>([
  'engagement-decided',
  'engagement-cut',
  'contest-opened',
  'contest-answered',
  'contest-decided',
  'contest-withdrawn',
  'requests-noted',
  'review-planned',
  'review-plan-cancelled',
  'review-written',
  'review-removed',
  'review-notes-forgotten',
  'authorisation-removed',
  'means-saved',
  'means-removed',
  'paper-made',
]);

export function isSchoolChange(change: Change): change is SchoolChange {
  return KINDS.has(change.kind);
}

/** Decisions and contests; reviews, local actions, means and papers of a school. */
export function makeSchoolWriter(database: Database): (change: SchoolChange) => Queries {
  const { db } = database;
  const contests = makeContestWriter(database);
  return (change) => {
    switch (change.kind) {
      case 'requests-noted':
        return noteRequests(db, change.at);
      case 'review-planned':
        return [planReview(db, toPlannedReviewRow(change.planned))];
      case 'review-plan-cancelled':
        return [cancelPlan(db, change)];
      case 'review-removed':
        return removeReview(db, change);
      case 'review-written':
        return [writeReview(db, toReviewNotesRow(change.review))];
      case 'review-notes-forgotten':
        return [db.deleteFrom('review_notes').where('written_at', '<', change.writtenBefore).compile()];
      case 'authorisation-removed':
        return [removeAuthorisation(db, change.authorisation)];
      case 'means-saved':
        return [saveMeans(db, toMeansRow(change.means))];
      case 'means-removed':
        return [removeMeans(db, change.means)];
      case 'paper-made':
        return [db.insertInto('paper').values(toPaperRow(change.paper)).compile()];
      default:
        return contests(change);
    }
  };
}

type Db = Database['db'];

function planReview(db: Db, row: PlannedReviewTable): CompiledQuery {
  const { planned_on, planned_by } = row;
  const key = ['person_id', 'uai', 'school_year'] as const;
  const insert = db.insertInto('planned_review').values(row);
  return insert
    .onConflict((on) => on.columns(key).doUpdateSet(excluded({ planned_on, planned_by })))
    .compile();
}

function writeReview(db: Db, row: ReviewNotesTable): CompiledQuery {
  const { notes, review_known, written_by, written_at } = row;
  const key = ['person_id', 'uai', 'held_on'] as const;
  const insert = db.insertInto('review_notes').values(row);
  return insert
    .onConflict((on) =>
      on.columns(key).doUpdateSet(excluded({ notes, review_known, written_by, written_at })),
    )
    .compile();
}

function cancelPlan(db: Db, it: Extract<SchoolChange, { kind: 'review-plan-cancelled' }>): CompiledQuery {
  return db
    .deleteFrom('planned_review')
    .where('person_id', '=', it.personId)
    .where('uai', '=', it.uai)
    .where('school_year', '=', it.schoolYear)
    .compile();
}

function removeReview(db: Db, it: Extract<SchoolChange, { kind: 'review-removed' }>): Queries {
  const text = db.deleteFrom('review_notes').where('person_id', '=', it.personId);
  const review = db.deleteFrom('progress_review').where('person_id', '=', it.personId);
  return [
    text.where('uai', '=', it.uai).where('held_on', '=', it.on).compile(),
    ...(it.what === 'review'
      ? [review.where('uai', '=', it.uai).where('held_on', '=', it.on).where('kind', '=', 'review').compile()]
      : []),
  ];
}

function removeAuthorisation(db: Db, it: Authorisation): CompiledQuery {
  return db
    .deleteFrom('authorisation')
    .where('uai', '=', it.uai)
    .where('mission', '=', it.mission)
    .where('local_authority', '=', it.localAuthority)
    .where('starts_on', '=', it.period.from)
    .compile();
}

function saveMeans(db: Db, row: MeansTable): CompiledQuery {
  const { description } = row;
  const key = ['person_id', 'uai', 'kind', 'since'] as const;
  const insert = db.insertInto('means').values(row);
  return insert.onConflict((on) => on.columns(key).doUpdateSet(excluded({ description }))).compile();
}

function removeMeans(db: Db, it: Means): CompiledQuery {
  return db
    .deleteFrom('means')
    .where('person_id', '=', it.personId)
    .where('uai', '=', it.uai)
    .where('kind', '=', it.kind)
    .where('since', '=', it.since)
    .compile();
}

function noteRequests(db: Db, at: Instant): Queries {
  const waiting = db.selectFrom('engagement').where('confirmation', '=', 'requested');
  return [
    db.deleteFrom('engagement_request').where('reference', 'not in', waiting.select('reference')).compile(),
    db
      .insertInto('engagement_request')
      .columns(['reference', 'person_id', 'since'])
      .expression(
        waiting
          .select((eb) => ['reference', 'person_id', eb.cast<Instant>(eb.val(at), 'text').as('since')])
          .where('reference', 'not in', db.selectFrom('engagement_request').select('reference')),
      )
      .onConflict((on) => on.doNothing())
      .compile(),
  ];
}
