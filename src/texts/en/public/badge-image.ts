import type { badgeImage as french, SeenBadge } from '../../fr/public/badge-image.ts';
import { and } from '../grammar/page-phrases.ts';

/** The drawing of a badge in words, for those who do not see it. */
export const badgeImage: typeof french = (name, { drawing, lit, years, office, setAside }) =>
  [
    `Badge “${name}”: ${motif(drawing)}.`,
    ...(setAside ? [`Across it, a band: ${setAside.state} on ${setAside.day}.`] : []),
    ...(lit.length > 0 ? [`Families of missions lit: ${and(lit)}.`] : []),
    ...(years.length > 0 ? [`School years marked on the path: ${and(years.map(yearAsText))}.`] : []),
    `Below the path: ${office}.`,
  ].join(' ');

function motif(drawing: SeenBadge['drawing']): string {
  switch (drawing.kind) {
    case 'rings':
      return `on a six-sided plate, ${stones(drawing.rings)}`;
    case 'sign':
      return `on a disc, ${drawing.words ?? 'a sign'}`;
    case 'team':
      return 'under a roof, three people';
  }
}

const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

function stones(many: number): string {
  return many === 1 ? 'a single large stone' : `a cairn of ${NUMBERS[many - 2] ?? many} stones`;
}

function yearAsText({ label, value }: SeenBadge['years'][number]): string {
  if (value === 1) return label;
  return `${label} (${value === 0.5 ? 'half a year' : 'less than half a year'})`;
}
