import type { PersonId } from './ids.ts';
import type { Instant } from './time/time.ts';

/** What is written about settings. */
export type SettingChange = {
  readonly kind: 'setting-changed';
  readonly name: string;
  /** JSON. */
  readonly value: string;
  readonly at: Instant;
  readonly by: PersonId;
};
