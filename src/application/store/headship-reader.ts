import type { PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';

/** A head of a school, with the source: the DANE's data, or a declaration. */
export interface Headship {
  readonly uai: Uai;
  readonly personId: PersonId;
  readonly says: 'dane' | 'declaration';
  /** Whether the DANE has accepted the declaration. */
  readonly isChecked?: true;
}

/** A declaration that the DANE has not checked yet, at a school that also has another head. */
export interface DoubtedHeadship {
  readonly uai: Uai;
  readonly personId: PersonId;
  readonly declaredAt: Instant;
}

/** Reads the heads of schools. */
export interface HeadshipReader {
  /** Sorted by school. A person named by both sources is returned twice. */
  readHeadships(uais: readonly Uai[]): Promise<readonly Headship[]>;
  /** The oldest first. */
  readDoubtedHeadships(limit: number): Promise<readonly DoubtedHeadship[]>;
}
