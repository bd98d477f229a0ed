import type { KeyDirectory } from '../../../application/ports.ts';
import type { DataVersion, DataVersionOf } from '../../../application/store/service-readers.ts';
import type { Instant } from '../../../domain/time/calendar.ts';
import type { DuringOutage } from './outage-copies.ts';

/** The state of the data before an answer is made. */
export interface Begun {
  readonly of: DataVersionOf;
  readonly dataVersion: DataVersion;
  /** The keys as this process knows them. */
  readonly keys: ReturnType<KeyDirectory['list']>;
  readonly madeAt: Instant;
}

/** An answer that was just made. */
export interface Made extends Begun {
  readonly key: string;
  /** Instants at which the answer may change. */
  readonly changesAt: readonly Instant[];
  readonly digest: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  readonly isCompressible: boolean;
  /** How it may be given while the database is away; not at all if absent. */
  readonly outage?: DuringOutage | undefined;
  readonly isOnlyForOutage?: boolean | undefined;
}
