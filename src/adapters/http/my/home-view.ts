import type { BadgeProgress } from '../../../application/my/badge-progress.ts';
import type { OwnRecord } from '../../../application/my/read-own-record.ts';
import { contestState } from '../../../domain/contest/contest.ts';
import { shortfall } from '../../../domain/criteria/nearness.ts';
import type { PageTexts } from '../../../texts/fr/pages.ts';
import type { AppDeps, Locale } from '../env.ts';
import { findingWords, wordsOf } from '../shell/words.ts';
import { badgeState } from './badges/badge-state.ts';
import { newBadgeViews } from './badges/new-badges-view.ts';
import { timelineView } from './engagements/timeline-view.ts';

export type HomeGlanceView = ReturnType<typeof homeGlanceView>;

interface HomeContext {
  readonly own: OwnRecord;
  readonly progress: readonly BadgeProgress[];
  readonly locale: Locale;
}

/** The overview of the person's own space. */
export function homeGlanceView({ ports }: Pick<AppDeps, 'ports'>, { own, progress, locale }: HomeContext) {
  const t = wordsOf(ports, locale).pages;
  const { facts, record, awards } = own;
  const { missing } = findingWords(ports.catalogue, own.criteria, locale);
  const states = record.engagements.map(({ confirmation }) => confirmation);
  const now = ports.clock.now();
  return {
    /** « 3 ans · 4 familles sur 5 · il manque 2 h de formation pour RUPN confirmé·e ». */
    glance: t.my.home.glance(
      facts.duration,
      facts.families.length,
      nextStep(progress, { missing, locale, t: t.my.home }),
    ),
    /** « RUPN engagé·e (accepté) »: each granted badge, with the state of its latest award. */
    granted: progress.flatMap(({ definition, latest }) =>
      latest
        ? [t.my.home.grantedOne(definition.name[locale], t.my.badges.states[badgeState(latest, now)])]
        : [],
    ),
    /** Names of the badges whose criteria are met and on which the DANE must decide. */
    met: progress
      .filter(({ evaluation, latest }) => evaluation.met && !latest)
      .map(({ definition }) => definition.name[locale]),
    newBadges: newBadgeViews({ ports }, awards, locale),
    /** Things that the person can answer. */
    waiting: {
      contested: own.contests.filter((one) => contestState(one) === 'awaits-answer').length,
    },
    /** Number of engagements that wait for another person's answer. */
    requested: states.filter((state) => state === 'requested').length,
    timeline: timelineView(own, t),
  };
}

interface NextStepWords {
  readonly missing: ReturnType<typeof findingWords>['missing'];
  readonly locale: Locale;
  readonly t: PageTexts['my']['home'];
}

/** Says what is missing for the next badge, or that all badges are granted. */
function nextStep(progress: readonly BadgeProgress[], { missing, locale, t }: NextStepWords): string {
  const next = nextBadge(progress);
  if (!next) return t.allGranted;
  const name = next.definition.name[locale];
  const lacking = next.evaluation.findings.filter(({ met }) => !met);
  const [only] = lacking;
  if (!only) return t.allMet(name);
  return lacking.length === 1 ? t.missingOne(missing(only), name) : t.missingMany(lacking.length, name);
}

/** The first engagement badge that is not granted yet, because they follow each other; then, of the other
 *  badges, the one with the least missing. */
function nextBadge(progress: readonly BadgeProgress[]): BadgeProgress | undefined {
  const open = progress.filter(({ latest }) => !latest);
  const distance = ({ evaluation }: BadgeProgress) =>
    evaluation.findings.reduce((sum, finding) => sum + shortfall(finding), 0);
  return (
    open.find(({ definition }) => definition.drawing.kind === 'rings') ??
    open.toSorted((a, b) => distance(a) - distance(b))[0]
  );
}
