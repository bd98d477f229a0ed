import type { Holding, MatrixDrawing, MatrixRow } from '../../application/papers/content-types.ts';
import { drawHolding, drawMark, drawStripes, type MatrixMark } from './matrix-marks.ts';
import { CONTENT_WIDTH, MARGIN, STYLES, type TextStyle } from './page-layout.ts';
import { type PaperCanvas, useStyle } from './paper-canvas.ts';

const SIGN_WIDTH = 16;
const GAP = 14;
const LINE_HEIGHT = 13;
const STYLE: TextStyle = STYLES.small;

/** The marks next to the name of a row. */
export function marksOf({ authorisationMissing, notAllowed, clash }: MatrixRow): readonly MatrixMark[] {
  return [
    ...(authorisationMissing ? (['lock'] as const) : []),
    ...(notAllowed ? (['empty-lock'] as const) : []),
    ...(clash ? (['lightning'] as const) : []),
  ];
}

interface Sign {
  readonly words: string;
  readonly draw: (x: number, y: number) => void;
  readonly x: number;
  readonly line: number;
}

/** The signs that the drawing has, each with its words, on as many lines as they need. */
export function legendOf(canvas: PaperCanvas, { legend, groups }: MatrixDrawing): readonly Sign[] {
  const { pdf } = canvas;
  const rows = groups.flatMap((group) => group.rows);
  const holds = (wanted: Holding) => rows.some(({ holdings }) => holdings.includes(wanted));
  const marked = (mark: MatrixMark) => rows.some((row) => marksOf(row).includes(mark));
  const signs: readonly (readonly [boolean, string, Sign['draw']])[] = [
    [holds('held'), legend.held, (x, y) => drawHolding(pdf, 'held', { x: x + 6, y })],
    [holds('requested'), legend.requested, (x, y) => drawHolding(pdf, 'requested', { x: x + 6, y })],
    [
      rows.some(({ nobody }) => nobody),
      legend.nobody,
      (x, y) => drawStripes(pdf, { x, y: y - 5, width: 12, height: 10 }),
    ],
    [marked('lock'), legend.authorisationMissing, (x, y) => drawMark(pdf, 'lock', { x: x + 6, y })],
    [marked('empty-lock'), legend.notAllowed, (x, y) => drawMark(pdf, 'empty-lock', { x: x + 6, y })],
    [marked('lightning'), legend.clash, (x, y) => drawMark(pdf, 'lightning', { x: x + 6, y })],
  ];
  useStyle(canvas, STYLE);
  let x = MARGIN.left;
  let line = 0;
  return signs
    .filter(([isPresent]) => isPresent)
    .map(([, words, draw]) => {
      const width = SIGN_WIDTH + pdf.widthOfString(canvas.print(words));
      if (x + width > MARGIN.left + CONTENT_WIDTH) {
        x = MARGIN.left;
        line += 1;
      }
      const sign = { words, draw, x, line };
      x += width + GAP;
      return sign;
    });
}

export function legendHeight(signs: readonly Sign[]): number {
  return 8 + ((signs.at(-1)?.line ?? -1) + 1) * LINE_HEIGHT;
}

export function drawLegend(canvas: PaperCanvas, signs: readonly Sign[], top: number): void {
  const { pdf } = canvas;
  for (const { words, draw, x, line } of signs) {
    const y = top + 6 + line * LINE_HEIGHT;
    draw(x, y);
    useStyle(canvas, STYLE);
    pdf.text(canvas.print(words), x + SIGN_WIDTH, y - 5.5, { lineBreak: false });
  }
}
