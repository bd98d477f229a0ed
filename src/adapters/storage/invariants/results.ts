import type { InvariantAnswerReader } from '../../../application/store/invariant-reader.ts';
import type { InvariantChange, StoredInvariantAnswer } from '../../../domain/integrity/invariant.ts';
import { beside, sweep, type Writers } from '../commit/change-writer.ts';
import type { Database } from '../mapping/database.ts';
import { recordTable } from '../mapping/record-table.ts';
import { clearLeftovers } from './clock-leftovers.ts';

const table = recordTable<StoredInvariantAnswer>()('invariant_answer', ['invariant'], {
  columns: ['invariant', 'looked', 'count', 'found', 'failure', 'begunAt', 'lookedAt'],
  json: ['found'],
});

export function makeInvariantAnswerReader({ db }: Database): InvariantAnswerReader {
  return { readInvariantAnswers: () => table.all(table.select(db)) };
}

export const invariantAnswers = {
  /** The steps of one job follow one another, and each knows the one before. */
  'invariant-looked': beside(['job-advanced'], ({ db }, { answer }) => [table.save(db, answer)]),
  'clock-leftovers-cleared': sweep('clock-leftovers-cleared', (database, { at }) =>
    clearLeftovers(database, at),
  ),
} satisfies Writers<InvariantChange>;
