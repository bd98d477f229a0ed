import type * as FEATURES from '../../features/all/declarations.ts';
import type { Joined } from './merge.ts';

type Added = NonNullable<(typeof FEATURES)[keyof typeof FEATURES]['adds']>;

/** The changes of all features. */
export type FeatureChange = Added['change'];
/** What the store reads for all features. */
export type FeatureReaders = Joined<Added['reader']>;
/** The rows of the tables of all features. */
export type FeatureTables = Joined<Added['tables']>;
