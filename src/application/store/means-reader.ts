import type { Means } from '../../domain/engagement/means.ts';
import type { Uai } from '../../domain/uai.ts';

export interface MeansReader {
  readMeans(uai: Uai): Promise<readonly Means[]>;
}
