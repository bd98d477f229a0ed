import type { AchievementDefinition } from '../domain/criteria/criteria.ts';
import { letter, letters } from './letter.ts';
import { HEART, INK, OCHRE, TEAL } from './palette.ts';
import { CENTRE, HEART_BOTTOM, HEART_RADIUS } from './stone.ts';
import { coordinate } from './svg-text.ts';

export type BadgeDrawing = AchievementDefinition['drawing'];

/** The motif in the heart of the stone: years as rings, one large family letter, or the group of a school. */
export function motif(drawing: BadgeDrawing): string {
  switch (drawing.kind) {
    case 'rings':
      return rings(drawing.rings) + name();
    case 'family':
      return largeLetter(drawing.family) + name();
    case 'team':
      return group();
  }
}

function name(): string {
  return letters('RUPN', { x: CENTRE.x, y: 388, height: 38, fill: INK });
}

/** Tree rings, one for each year. The outer edge is always the same, so that one, three and five rings differ
 *  in shape. */
function rings(count: number): string {
  const outer = HEART_RADIUS - 14;
  const step = Math.min(29, outer / (count + 0.1));
  const width = count === 1 ? 22 : step * 0.5;
  const circles = Array.from({ length: count }, (_, index) => {
    const radius = coordinate(outer - width / 2 - index * step);
    return `<circle cx="${CENTRE.x}" cy="${CENTRE.y + 8}" r="${radius}"/>`;
  });
  return `<g fill="none" stroke="${OCHRE}" stroke-width="${coordinate(width)}">${circles.join('')}</g>`;
}

function largeLetter(family: string): string {
  return letter(family, { x: CENTRE.x, y: CENTRE.y + 12, height: 150, fill: OCHRE });
}

/** Five small figures close together: three in front, two behind. */
function group(): string {
  const back = [-34, 34].map((shift) => figure(CENTRE.x + shift, 204, OCHRE));
  const front = [-66, 0, 66].map((shift) => figure(CENTRE.x + shift, 284, TEAL));
  return [...back, ...front].join('');
}

function figure(x: number, headY: number, fill: string): string {
  const shoulders = headY + 60;
  const body = `M${x - 31} ${HEART_BOTTOM}V${shoulders}A31 31 0 0 1 ${x + 31} ${shoulders}V${HEART_BOTTOM}Z`;
  const edge = `fill="${fill}" stroke="${HEART}" stroke-width="6"`;
  return `<path d="${body}" ${edge}/><circle cx="${x}" cy="${headY}" r="25" ${edge}/>`;
}
