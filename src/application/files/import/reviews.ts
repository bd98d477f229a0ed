import type { ProgressReview } from '../../../domain/records.ts';
import { reviewTable } from '../export/tables/facts.ts';
import { BY_HAND, REVIEW_TERMS } from './cell-values.ts';
import {
  type Cells,
  makeColumnTerms,
  readDate,
  readEmail,
  readListedTerm,
  readText,
  readUai,
} from './cells.ts';
import { defineKind } from './file-kind.ts';
import { decideSave, tableOf } from './line-outcome.ts';
import { readKnownPeople, readKnownUais, UNKNOWN_EMAIL, UNKNOWN_SCHOOL } from './references.ts';

interface ReviewLine extends Omit<ProgressReview, 'personId'> {
  readonly email: string;
}

const KINDS = makeColumnTerms(REVIEW_TERMS, BY_HAND.reviews);

/** `points-etape.csv`. A `bilan` in a file of the DANE counts as acknowledged. */
export const reviews = defineKind<ReviewLine>({
  name: 'reviews',
  table: reviewTable,
  required: ['email', 'uai', 'date'],
  dates: ['date'],
  parse: parseReview,
  prepare: async ({ reader, phase }, values) => {
    const [people, uais] = await Promise.all([
      readKnownPeople(
        reader,
        values.map(({ email }) => email),
      ),
      readKnownUais(
        reader,
        values.map(({ uai }) => uai),
      ),
    ]);
    const ids = values.flatMap(({ email }) => people.personOf(email)?.id ?? []);
    const stored = phase === 'decide' ? await reader.readReviews([...new Set(ids)]) : [];
    const byKey = new Map(stored.map((review) => [keyOf(review), review]));
    const toReview = ({ email, ...rest }: ReviewLine): ProgressReview => ({
      personId: people.knownPerson(email).id,
      ...rest,
    });
    return {
      refuse: ({ email, uai }) => {
        if (!people.personOf(email)) return UNKNOWN_EMAIL;
        return uais.has(uai) ? undefined : UNKNOWN_SCHOOL;
      },
      keyOf: (line) => keyOf(toReview(line)),
      decide: (line) => {
        const said = toReview(line);
        return decideSave({
          stored: byKey.get(keyOf(said)),
          said,
          toChange: (review) => ({ kind: 'progress-review-saved', review }),
          table: tableOf(reviewTable, people.knownPerson(line.email)),
        });
      },
    };
  },
});

function parseReview(cells: Cells): ReviewLine {
  return {
    email: readEmail(cells, 'email'),
    uai: readUai(cells, 'uai'),
    on: readDate(cells, 'date'),
    kind: readText(cells, 'nature') ? readListedTerm(cells, 'nature', KINDS) : 'review',
  };
}

function keyOf({ personId, uai, on, kind }: ProgressReview): string {
  return JSON.stringify([personId, uai, on, kind]);
}
