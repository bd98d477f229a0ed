import type { PaperChange } from '../../../domain/paper/paper.ts';
import { toPaperRow } from '../tables/papers.ts';
import type { Writers } from './writer.ts';

export const papers = {
  'paper-made': ({ db }, { paper }) => [db.insertInto('paper').values(toPaperRow(paper)).compile()],
} satisfies Writers<PaperChange>;
