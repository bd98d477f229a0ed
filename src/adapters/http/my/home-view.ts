import type { BadgeProgress } from '../../../application/my/badge-progress.ts';
import type { OwnRecord } from '../../../application/my/read-own-record.ts';
import { contestState } from '../../../domain/contest/contest.ts';
import { shortfall } from '../../../domain/criteria/nearness.ts';
import { schoolYearLabel, schoolYearOf } from '../../../domain/time/school-year.ts';
import type { LocalDate } from '../../../domain/time/time.ts';
import type { PageTexts } from '../../../texts/fr/pages.ts';
import type { AppDeps, Locale } from '../env.ts';
import { findingWords, wordsOf } from '../shell/words.ts';
import { newBadgeViews } from './badges/new-badges-view.ts';
import { timelineView } from './engagements/timeline-view.ts';
import { newsOf } from './home-news.ts';
import { pathView } from './path-view.ts';

export type HomeGlanceView = ReturnType<typeof homeGlanceView>;

interface HomeContext {
  readonly own: OwnRecord;
  readonly progress: readonly BadgeProgress[];
  readonly locale: Locale;
}

/** The one thing to do next, if any: a contest to answer, else an engagement to declare for this year. */
export type HomeAction =
  | { readonly kind: 'answer'; readonly href: '/my/contests' }
  | { readonly kind: 'declare'; readonly href: '/my/engagements/new'; readonly year: string | undefined };

/** The overview of the person's own space. */
export function homeGlanceView({ ports }: Pick<AppDeps, 'ports'>, { own, progress, locale }: HomeContext) {
  const t = wordsOf(ports, locale).pages;
  const { facts, record, awards } = own;
  const { missing } = findingWords(ports.catalogue, own.criteria, locale);
  const states = record.engagements.map(({ confirmation }) => confirmation);
  const newBadges = newBadgeViews({ ports }, awards, locale);
  const told = { ports, own, progress, locale, t, missing };
  const answerable = own.contests.filter((one) => contestState(one) === 'awaits-answer');
  const contested = {
    count: answerable.length,
    byPrincipal: answerable.every(({ openedBy }) => openedBy !== undefined),
  };
  const news = newBadges.length > 0 ? undefined : newsOf(told);
  const next = nextBadge(progress);
  const isToldAlready = news !== undefined && (next?.evaluation.met || next?.metOn !== undefined);
  return {
    /** The best true news; left out where there are new badges, which are news enough. */
    news,
    /** « 3 ans · 4 familles sur 5 · il manque 2 h de formation pour RUPN confirmé·e »; absent for a person
     *  without any record. */
    glance:
      record.engagements.length === 0
        ? undefined
        : t.my.home.glance(
            facts.duration,
            facts.families.length,
            isToldAlready ? undefined : nextStep(next, { progress, missing, locale, t: t.my.home }),
          ),
    path: pathView(told),
    newBadges,
    /** Contests that the person may answer, and whether all are their principal's, not a file's. */
    contested,
    /** Number of engagements that wait for another person's answer. */
    requested: states.filter((state) => state === 'requested').length,
    timeline: timelineView(own, t),
    action: actionOf(own, contested.count),
  };
}

function actionOf({ record, on }: OwnRecord, contested: number): HomeAction | undefined {
  if (contested > 0) return { kind: 'answer', href: '/my/contests' };
  if (record.engagements.some(({ period }) => isOn(period, on))) return undefined;
  const year = record.engagements.length > 0 ? schoolYearLabel(schoolYearOf(on)) : undefined;
  return { kind: 'declare', href: '/my/engagements/new', year };
}

/** Whether the period contains the day or begins after it. */
function isOn({ to }: { readonly to?: LocalDate }, on: LocalDate): boolean {
  return to === undefined || to >= on;
}

interface NextStepWords {
  readonly progress: readonly BadgeProgress[];
  readonly missing: ReturnType<typeof findingWords>['missing'];
  readonly locale: Locale;
  readonly t: PageTexts['my']['home'];
}

/** Names the missing part of the next badge, or states that all badges are granted. */
function nextStep(next: BadgeProgress | undefined, { progress, missing, locale, t }: NextStepWords): string {
  if (!next) return t.allGranted;
  const name = next.definition.name[locale];
  const lacking = next.evaluation.findings.filter(({ met }) => !met);
  const [only] = lacking;
  if (!only) {
    const met = progress.filter(({ latest, evaluation }) => !latest && evaluation.met);
    return t.allMet(met.map(({ definition }) => definition.name[locale]));
  }
  return lacking.length === 1 ? t.missingOne(missing(only), name) : t.missingMany(lacking.length, name);
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
