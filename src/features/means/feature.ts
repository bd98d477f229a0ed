import { declare } from '../../domain/features/declaration.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { RowOf } from '../../domain/tables/row-types.ts';
import { OWN } from '../../domain/tables/treatments.ts';
import type { LocalDate } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';

export const MEANS_KINDS = ['telephone', 'equipment', 'office'] as const;
export type MeansKind = (typeof MEANS_KINDS)[number];

/** Equipment and facilities that a school provides to a RUPN for the missions. */
export interface Means {
  readonly personId: PersonId;
  readonly uai: Uai;
  readonly kind: MeansKind;
  readonly description: string;
  readonly since: LocalDate;
}

/** Changes to means. */
export type MeansChange =
  | { readonly kind: 'means-saved'; readonly means: Means }
  | { readonly kind: 'means-removed'; readonly means: Means };

export interface MeansReader {
  readMeans(uai: Uai): Promise<readonly Means[]>;
}

/** The rows of its tables, exactly as the migrations make them. */
export interface MeansTables {
  means: RowOf<Means>;
}

/** What the other layers read of this feature. */
export const feature = declare<MeansTables, MeansChange, MeansReader>()({
  group: 'schools',
  history: ['means-saved', 'means-removed'],
  menu: {
    school: { means: { under: 'means', after: 'actions', path: '/means' } },
  },
  people: {
    means: {
      ...OWN,
      exportedAfter: 'yearly_report',
      merge: { unless: ['uai', 'kind', 'since'] },
      register: 'moyens',
      school: 'kept',
      ends: { with: 'facts', dated: { day: 'since' } },
    },
  },
});
