import { cairn } from './cairn.ts';
import { OCHRE, PAPER, STONE_EDGE, TEAL } from './palette.ts';
import { escapeXml } from './svg-text.ts';

/** The four steps from an engagement to a badge. */
export const AWARD_STEPS = ['declared', 'confirmed', 'judged', 'decided'] as const;
export type AwardStep = (typeof AWARD_STEPS)[number];

interface AwardStepTexts {
  readonly title: string;
  readonly description: string;
}

// A page defines the colours of its theme. Elsewhere the drawing uses its own.
const LINE = `var(--jalon-action, ${TEAL})`;
const MARK = `var(--jalon-mark, ${OCHRE})`;
const EDGE = `var(--jalon-edge, ${STONE_EDGE})`;
const GROUND = `var(--jalon-sheet, ${PAPER})`;

const outline = `fill="${GROUND}" stroke="${LINE}" stroke-width="3" stroke-linejoin="round"`;
const solid = `fill="${LINE}"`;
const stroke = (colour: string) =>
  `fill="none" stroke="${colour}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"`;
const tick = (x: number, y: number) => `<path d="m${x} ${y} 4 4 8-9" ${stroke(MARK)}/>`;

/** The signs of the steps: a sheet and a pen, a school with a tick, a list with ticked lines, a badge. */
const SIGNS: Readonly<Record<AwardStep, string>> = {
  declared: [
    `<path d="M18 12h36l12 12v60H18Z" ${outline}/>`,
    `<path d="M28 36h28M28 48h28M28 60h14" ${stroke(EDGE)}/>`,
    `<path d="m50 74 24-26 8 7-24 26-10 3Z" fill="${GROUND}" stroke="${MARK}" stroke-width="3" stroke-linejoin="round"/>`,
  ].join(''),
  confirmed: [
    `<path d="M12 82V46h72v36Z" ${outline}/>`,
    `<path d="M30 46 48 24l18 22" ${outline}/>`,
    `<path d="M48 24V10h13l-4 4 4 4H48" ${stroke(EDGE)}/>`,
    `<path d="M42 82V64h12v18" ${stroke(LINE)}/>`,
    `<path d="M20 56h8M20 68h8M68 56h8" ${stroke(EDGE)}/>`,
    `<circle cx="74" cy="74" r="14" ${solid}/>`,
    `<path d="m67 74 5 5 9-10" ${stroke(GROUND)}/>`,
  ].join(''),
  judged: [
    `<path d="M14 12h68v72H14Z" ${outline}/>`,
    ...[26, 44, 62].map(
      (y) =>
        `<rect x="22" y="${y}" width="12" height="12" rx="2" fill="none" stroke="${EDGE}" stroke-width="2"/>${tick(22, y + 5)}<path d="M44 ${y + 6}h30" ${stroke(EDGE)}/>`,
    ),
  ].join(''),
  decided: [
    `<path d="M48 6 84 27v42L48 90 12 69V27Z" ${solid}/>`,
    `<g transform="translate(12.2 11) scale(.14)">${cairn(3, { base: 400, size: 'small', fill: GROUND })}</g>`,
  ].join(''),
};

/** One step as a small drawing. The page also names the step in words next to it. */
export function awardStepSvg(step: AwardStep, { title, description }: AwardStepTexts): string {
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96" role="img" class="award-step">',
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
    `${SIGNS[step]}</svg>`,
  ].join('');
}
