import type { BadgeProgress, OwnRecord } from '../../../application/my/read-own-record.ts';
import { contestState } from '../../../domain/engagement/contest.ts';
import type { AppDeps, Locale } from '../env.ts';
import { findingWords, WORDS } from '../present/words.ts';
import { type OwnYearView, timelineView } from './engagements/timeline-view.ts';

export interface HomeGlanceView {
  /** « 3 ans · 4 familles sur 5 · il manque 2 h de formation pour RUPN confirmé·e ». */
  readonly glance: string;
  readonly waiting: {
    readonly toAccept: number;
    readonly contested: number;
    readonly requested: number;
  };
  readonly years: readonly OwnYearView[];
}

/** One's own space at a glance. */
export function homeGlanceView(
  { ports }: Pick<AppDeps, 'ports'>,
  { own, progress, locale }: { own: OwnRecord; progress: readonly BadgeProgress[]; locale: Locale },
): HomeGlanceView {
  const t = WORDS[locale].pages;
  const { facts, record, awards } = own;
  const { missing } = findingWords(ports.catalogue, own.criteria, locale);
  const states = record.engagements.map(({ confirmation }) => confirmation);
  return {
    glance: t.my.home.glance(facts.duration, facts.families.length, nextStep(progress, { missing, locale })),
    waiting: {
      toAccept: awards.filter(
        ({ credential }) => credential?.choice.acceptance === 'private' && !credential.revocation,
      ).length,
      contested: own.contests.filter((one) => contestState(one) === 'awaits-answer').length,
      requested: states.filter((state) => state === 'requested').length,
    },
    years: timelineView(own, t),
  };
}

interface NextStepWords {
  readonly missing: ReturnType<typeof findingWords>['missing'];
  readonly locale: Locale;
}

/** What is missing for the first engagement badge that is not granted yet. */
function nextStep(
  progress: readonly BadgeProgress[],
  { missing, locale }: NextStepWords,
): string | undefined {
  const next = progress.find(({ definition, latest }) => definition.drawing.kind === 'rings' && !latest);
  if (!next) return undefined;
  const t = WORDS[locale].pages.my.home;
  const name = next.definition.name[locale];
  const lacking = next.evaluation.findings.filter(({ met }) => !met);
  const [only] = lacking;
  if (!only) return t.allMet(name);
  return lacking.length === 1 ? t.missingOne(missing(only), name) : t.missingMany(lacking.length, name);
}
