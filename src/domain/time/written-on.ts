import type { LocalDate } from './time.ts';

/** No clock of a service can be earlier than the day on which this version was written. It stands in the source, so
 *  that the same source always gives the same build. `test/house/written-on.test.ts` asks for a later day with
 *  each decision or release that is dated later. */
export const WRITTEN_ON = '2026-11-29' as LocalDate;
