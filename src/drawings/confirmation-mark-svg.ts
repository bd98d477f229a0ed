import { TEAL } from './palette.ts';
import { timelineBar } from './timeline-bar.ts';

/** How far a fact is established, as its mark shows it. */
export type Standing = Parameters<typeof timelineBar>[1];

const WIDTH = 30;
const HEIGHT = 16;

/** A small bar next to a word, like the bars of the timeline: solid where the fact is established, hatched
 *  where it is only declared, dashed where it is contested. The word has the same meaning. */
export function confirmationMarkSvg(state: Standing): string {
  const box = { left: 1, top: 1, width: WIDTH - 2, height: HEIGHT - 2 };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true" class="standing-mark">`,
    timelineBar(box, state, `var(--jalon-action, ${TEAL})`),
    '</svg>',
  ].join('');
}
