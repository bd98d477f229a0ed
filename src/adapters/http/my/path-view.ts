import type { BadgeProgress } from '../../../application/my/badge-progress.ts';
import type { PathStop } from '../../../drawings/badge-path-svg.ts';
import { type BadgeState, badgeState } from './badges/badge-state.ts';
import { titleOf } from './badges/badges-view.ts';
import type { HomeTold } from './home-news.ts';

export type PathView = ReturnType<typeof pathView>;

/** A badge that was accepted or waits for an answer is held; a declined or revoked one is not. */
const HELD: ReadonlySet<BadgeState> = new Set([
  'private',
  'accepted',
  'hidden',
  'unsigned',
  'ended',
  'suspended',
]);

/** The ladder and the themes beside it, each badge with its date or its missing part. */
export function pathView(told: HomeTold) {
  const isLevel = ({ definition }: BadgeProgress) => definition.drawing.kind === 'rings';
  const { progress } = told;
  return {
    ladder: progress.filter(isLevel).map((one) => stopOf(one, told)),
    themes: progress.filter((one) => !isLevel(one)).map((one) => stopOf(one, told)),
  };
}

function stopOf(one: BadgeProgress, told: HomeTold): PathStop {
  const { definition, latest } = one;
  const state = latest && badgeState(latest, told.ports.clock.now());
  return {
    name: latest ? titleOf(told.ports, latest, told.locale) : definition.name[told.locale],
    drawing: definition.drawing,
    held: state !== undefined && HELD.has(state),
    words: wordsFor(one, state, told),
  };
}

function wordsFor(one: BadgeProgress, state: BadgeState | undefined, { t, missing }: HomeTold): string {
  const words = t.my.home.path;
  if (state && one.latest) return words.states[state](t.day(one.latest.award.grantedAt));
  if (one.evaluation.met) return words.met;
  if (one.metOn) return words.byTime(t.day(one.metOn));
  const lacking = one.evaluation.findings.filter(({ met }) => !met);
  const [first] = lacking;
  return first && lacking.length === 1 ? missing(first) : words.missing(lacking.length);
}
