import type { PersonId } from './ids.ts';
import type { Instant } from './time/time.ts';

/** Changes to settings. */
export type SettingChange = {
  readonly kind: 'setting-changed';
  readonly name: string;
  /** JSON text. */
  readonly value: string;
  /** The value that it replaces. The whole commit is refused where the setting has changed since. */
  readonly asRead?: string;
  readonly at: Instant;
  readonly by: PersonId;
};
