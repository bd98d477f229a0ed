import type { PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';

/** Who heads a school, and who says so: the DANE's data, or the person. */
export interface Headship {
  readonly uai: Uai;
  readonly personId: PersonId;
  readonly says: 'dane' | 'declaration';
}

/** A declaration that the DANE did not look at yet, where somebody else heads the school too. */
export interface DoubtedHeadship {
  readonly uai: Uai;
  readonly personId: PersonId;
  readonly declaredAt: Instant;
}

/** Who heads which school. */
export interface HeadshipReader {
  /** By school; somebody whom both name comes twice. */
  readHeadships(uais: readonly Uai[]): Promise<readonly Headship[]>;
  /** The oldest first. */
  readDoubtedHeadships(limit: number): Promise<readonly DoubtedHeadship[]>;
}
