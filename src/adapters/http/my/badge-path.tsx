import { raw } from 'hono/html';
import type { BadgeProgress } from '../../../application/self-service/badge-progress.ts';
import { badgePathSvg, type PathStop } from '../../../drawings/badge-path-svg.ts';
import { badgeStyleOf } from '../../../drawings/badge-picture.ts';
import { CardTable } from '../components/card-table.tsx';
import { usePageContext } from '../layout/page-context.ts';
import { nextStep } from './badges/next-step.ts';
import { type BadgeState, badgeState, titleOf } from './badges/state.ts';
import type { HomeSummaryContext } from './home-summary.ts';

/** A badge that was accepted or waits for an answer is held; a declined or revoked one is not. */
const HELD: ReadonlySet<BadgeState> = new Set([
  'private',
  'accepted',
  'hidden',
  'unsigned',
  'ended',
  'suspended',
]);

/** The way from badge to badge, each with its date or its missing part: the ladder and the themes next to it, as
 *  a drawing for each page width, and the same as a table. */
export function BadgePath({ told }: { told: HomeSummaryContext }) {
  const t = usePageContext().t.my.home.path;
  const isLevel = ({ definition }: BadgeProgress) => definition.drawing.kind === 'rings';
  const ladder = told.progress.filter(isLevel).map((one) => stopOf(one, told));
  const themes = told.progress.filter((one) => !isLevel(one)).map((one) => stopOf(one, told));
  const all = [...ladder, ...themes];
  const drawing = {
    title: t.title,
    look: badgeStyleOf(told.ports.catalogue),
    description: t.text(all.map(({ name, words }) => t.stop(name, words))),
    ladder: { heading: t.ladder, stops: ladder },
    themes: { heading: t.themes, stops: themes },
  };
  return (
    <div class="path-block">
      <div class="path-wide">{raw(badgePathSvg({ ...drawing, width: 1000 }))}</div>
      <div class="path-narrow">{raw(badgePathSvg({ ...drawing, width: 350 }))}</div>
      <p class="note">{t.legend}</p>
      <details>
        <summary>{t.table}</summary>
        <CardTable
          rows={all}
          columns={[
            { heading: t.badge, cell: ({ name, href }: PathStop) => <a href={href}>{name}</a>, names: true },
            { heading: t.held, cell: ({ held }: PathStop) => (held ? t.yes : t.no) },
            { heading: t.state, cell: ({ words }: PathStop) => words },
          ]}
        />
      </details>
    </div>
  );
}

function stopOf(one: BadgeProgress, reported: HomeSummaryContext): PathStop {
  const { definition, title, latest } = one;
  const { locale } = reported.wording;
  const state = latest && badgeState(latest, reported.ports.clock.now());
  return {
    name: latest ? titleOf(reported.ports, latest, locale) : title[locale],
    drawing: definition.drawing,
    href: `/my/badges#${definition.code}`,
    held: state !== undefined && HELD.has(state),
    words: progressText(one, state, reported),
  };
}

function progressText(
  one: BadgeProgress,
  state: BadgeState | undefined,
  { wording: { t }, words: finding }: HomeSummaryContext,
): string {
  const texts = t.my.home.path;
  if (state && one.latest) return texts.states[state](t.day(one.latest.award.grantedAt));
  if (one.evaluation.met) return texts.met;
  const step = nextStep(one, { words: finding, t });
  return step ? `${step.words}.` : '';
}
