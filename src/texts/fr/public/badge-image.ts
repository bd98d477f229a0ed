import { and } from '../grammar/page-phrases.ts';

/** What can be seen in the drawing of a badge. */
export interface SeenBadge {
  readonly drawing:
    | { readonly kind: 'rings'; readonly rings: number }
    /** A sign of a family or of the office's own, in words. */
    | { readonly kind: 'sign'; readonly words: string | undefined }
    | { readonly kind: 'team' };
  /** Labels of the families whose lights are on. */
  readonly lit: readonly string[];
  /** The holder's school years; empty for the badge itself. */
  readonly years: readonly { readonly label: string; readonly value: 0 | 0.5 | 1 }[];
  readonly office: string;
  /** Revoked or suspended, and the day. */
  readonly setAside?: { readonly state: 'revoked' | 'suspended'; readonly day: string } | undefined;
}

const BAND = { revoked: 'révoqué', suspended: 'suspendu' } as const;

/** The drawing of a badge in words, for those who do not see it. */
export function badgeImage(name: string, { drawing, lit, years, office, setAside }: SeenBadge): string {
  return [
    `Badge « ${name} » : ${motif(drawing)}.`,
    ...(setAside ? [`En travers, un bandeau : ${BAND[setAside.state]} le ${setAside.day}.`] : []),
    ...(lit.length > 0 ? [`Familles de missions éclairées : ${and(lit)}.`] : []),
    ...(years.length > 0 ? [`Années scolaires marquées sur le chemin : ${and(years.map(yearAsText))}.`] : []),
    `Sous le chemin : ${office}.`,
  ].join(' ');
}

function motif(drawing: SeenBadge['drawing']): string {
  switch (drawing.kind) {
    case 'rings':
      return `sur une plaque à six côtés, ${stones(drawing.rings)}`;
    case 'sign':
      return `sur un disque, ${drawing.words ?? 'un signe'}`;
    case 'team':
      return 'sous un toit, trois personnes';
  }
}

const NUMBERS = ['deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'];

function stones(many: number): string {
  return many === 1 ? 'une seule grande pierre' : `un cairn de ${NUMBERS[many - 2] ?? many} pierres`;
}

function yearAsText({ label, value }: SeenBadge['years'][number]): string {
  if (value === 1) return label;
  return `${label} (${value === 0.5 ? 'une demi-année' : 'moins d’une demi-année'})`;
}
