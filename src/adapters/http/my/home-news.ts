import type { BadgeProgress } from '../../../application/my/badge-progress.ts';
import type { OwnRecord } from '../../../application/my/read-own-record.ts';
import type { PageTexts } from '../../../texts/fr/pages.ts';
import type { AppDeps, Locale } from '../env.ts';
import type { findingWords } from '../shell/words.ts';
import { badgeState } from './badges/badge-state.ts';
import { titleOf } from './badges/badges-view.ts';

/** The data from which the home page makes its sentences. */
export interface HomeTold {
  readonly ports: AppDeps['ports'];
  readonly own: OwnRecord;
  readonly progress: readonly BadgeProgress[];
  readonly locale: Locale;
  readonly t: PageTexts;
  readonly missing: ReturnType<typeof findingWords>['missing'];
}

/** The best true news in one sentence, with its date where it has one: first a met badge on which the DANE
 *  decides, then the next badge that time alone will meet, then the newest badge held. Undefined where there
 *  is none of these. */
export function newsOf({ ports, own, progress, locale, t }: HomeTold): string | undefined {
  const words = t.my.home.news;
  const open = progress.filter(({ latest }) => !latest);
  const met = open
    .filter(({ evaluation }) => evaluation.met)
    .map(({ definition }) => definition.name[locale]);
  if (met.length > 0) return words.met(met);
  const [next] = open
    .flatMap(({ definition, metOn }) => (metOn ? [{ name: definition.name[locale], metOn }] : []))
    .toSorted((a, b) => (a.metOn < b.metOn ? -1 : 1));
  if (next) return words.byTime(next.name, t.day(next.metOn), own.awards.length === 0);
  const now = ports.clock.now();
  const [newest] = own.awards
    .filter((one) => badgeState(one, now) === 'accepted')
    .toSorted((a, b) => (a.award.grantedAt < b.award.grantedAt ? 1 : -1));
  return newest && words.newest(titleOf(ports, newest, locale), t.day(newest.award.grantedAt));
}
