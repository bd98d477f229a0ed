import type { Instant } from '../time/calendar.ts';

export type SettingChange =
  /** Refuses the whole commit where the setting no longer has this value. */
  | { readonly kind: 'setting-as-read'; readonly name: string; readonly value: string }
  | {
      readonly kind: 'setting-changed';
      readonly name: string;
      /** JSON text. */
      readonly value: string;
      /** The value that it replaces; undefined if there is none. The whole commit is refused where the setting
       *  has changed since. */
      readonly asRead: string | undefined;
      readonly at: Instant;
      readonly by: string;
    };
