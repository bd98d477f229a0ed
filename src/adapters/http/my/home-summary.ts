import type { BadgeProgress } from '../../../application/self-service/badge-progress.ts';
import type { OwnRecord } from '../../../application/self-service/read-own-record.ts';
import { shortfall } from '../../../domain/criteria/nearness.ts';
import type { AppDeps } from '../env.ts';
import type { findingTexts } from '../view-models/public-texts.ts';
import type { TextContext } from '../view-models/text-context.ts';
import { nextStep } from './badges/next-step.ts';
import { badgeState, titleOf } from './badges/state.ts';

/** The data from which the home page makes its sentences. */
export interface HomeSummaryContext {
  readonly ports: AppDeps['ports'];
  readonly own: OwnRecord;
  readonly progress: readonly BadgeProgress[];
  readonly wording: TextContext;
  readonly words: ReturnType<typeof findingTexts>;
}

/** The best true news in one sentence, with its date where it has one: first a contested engagement, on which the
 *  DANE decides, then a met badge, then the next badge that time alone will meet, then an engagement that awaits
 *  its confirmation, then the newest badge held. Undefined if there is none of these. */
export function newsOf({
  ports,
  own,
  progress,
  wording: { locale, t },
}: HomeSummaryContext): string | undefined {
  const words = t.my.home.news;
  const states = own.record.engagements.map(({ confirmation }) => confirmation);
  if (states.includes('contested')) return words.awaited(yearsWaiting(progress), 'office');
  const open = progress.filter(({ latest }) => !latest);
  const met = open.filter(({ evaluation }) => evaluation.met).map(({ title }) => title[locale]);
  if (met.length > 0) return words.met(met);
  const [next] = open
    .flatMap(({ title, metOn }) => (metOn ? [{ name: title[locale], metOn }] : []))
    .toSorted((a, b) => (a.metOn < b.metOn ? -1 : 1));
  if (next) return words.byTime(next.name, t.day(next.metOn), own.awards.length === 0);
  if (states.includes('requested')) return words.awaited(yearsWaiting(progress), 'principal');
  const now = ports.clock.now();
  const [newest] = own.awards
    .filter((one) => badgeState(one, now) === 'accepted')
    .toSorted((a, b) => (a.award.grantedAt < b.award.grantedAt ? 1 : -1));
  return newest && words.newest(titleOf(ports, newest, locale), t.day(newest.award.grantedAt));
}

/** Years that confirmations would add. */
function yearsWaiting([first]: readonly BadgeProgress[]): number {
  if (!first?.ifConfirmed) return 0;
  return yearsIn(first.ifConfirmed) - yearsIn(first.evaluation);
}

const yearsIn = ({ facts }: BadgeProgress['evaluation']) => (facts.kind === 'person' ? facts.duration : 0);

/** « 3 ans · 4 familles sur 5 · prochaine étape : 2 h de formation pour RUPN confirmé·e »; undefined for a person
 *  without any record. The next step is left out where the news tell it already. */
export function glanceOf(reported: HomeSummaryContext, news: string | undefined): string | undefined {
  const { own, progress, wording } = reported;
  if (own.record.engagements.length === 0) return undefined;
  const next = nextBadge(progress);
  const isReportedAlready = news !== undefined && (next?.evaluation.met || next?.metOn !== undefined);
  const { duration, families } = own.facts;
  return wording.t.my.home.glance(
    duration,
    [families.length, wording.framework.families.length],
    isReportedAlready ? undefined : stepOf(next, reported),
  );
}

/** Names the missing part of the next badge, or states that all badges are granted. */
function stepOf(
  next: BadgeProgress | undefined,
  { progress, words, wording: { locale, t: texts } }: HomeSummaryContext,
): string {
  const t = texts.my.home;
  if (!next) return t.allGranted;
  const name = next.title[locale];
  const step = nextStep(next, { words, t: texts });
  if (step) return t.next(step.words, name);
  const met = progress.filter(({ latest, evaluation }) => !latest && evaluation.met);
  return t.allMet(met.map(({ title }) => title[locale]));
}

/** The next badge: the first engagement badge that is not granted yet, because these follow each other; then,
 *  of the other badges, the one with the smallest missing part. */
function nextBadge(progress: readonly BadgeProgress[]): BadgeProgress | undefined {
  const open = progress.filter(({ latest }) => !latest);
  const distance = ({ evaluation }: BadgeProgress) =>
    evaluation.findings.reduce((sum, finding) => sum + shortfall(finding), 0);
  return (
    open.find(({ definition }) => definition.drawing.kind === 'rings') ??
    open.toSorted((a, b) => distance(a) - distance(b))[0]
  );
}
