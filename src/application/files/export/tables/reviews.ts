import type { ProgressReview } from '../../../../domain/records.ts';
import { REVIEW_WORDS, toWord } from '../../import/listed-words.ts';
import { type Addressed, defineTable } from '../file-table.ts';

export const reviewTable = defineTable({
  name: 'points-etape',
  columns: { email: 'text', uai: 'text', date: 'date', nature: 'text' },
  fields: { personId: ['email'], email: ['email'], uai: ['uai'], on: ['date'], kind: ['nature'] },
  toRows: ({ email, uai, on, kind }: Addressed<ProgressReview>) => [
    { email, uai, date: on, nature: toWord(REVIEW_WORDS, kind) },
  ],
});
