import type { MissionFramework } from '../../../domain/engagement/mission.ts';
import type { PageTexts } from '../../../texts/fr/pages.ts';
import type { Locale } from '../env.ts';

/** The data that turns records into words. */
export interface TextContext {
  readonly locale: Locale;
  readonly t: PageTexts;
  readonly framework: MissionFramework;
}
