import { INK, OCHRE, STONE, STONE_EDGE, TEAL } from '../../drawings/palette.ts';

/** Lengths in this folder are in points (1/72 inch). */
const POINTS_A_MM = 72 / 25.4;
export const mm = (millimetres: number): number => millimetres * POINTS_A_MM;

/** A4 upright. */
export const PAGE = { width: 595.28, height: 841.89 };
export const MARGIN = { top: 66, bottom: 58, left: 56, right: 56 };
export const CONTENT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
export const CONTENT_BOTTOM = PAGE.height - MARGIN.bottom;

export const COLOUR = { text: INK, rule: STONE_EDGE, band: STONE, strong: TEAL, mark: OCHRE };

export const REGULAR = 'regular';
export const BOLD = 'bold';

export interface TextStyle {
  readonly font: typeof REGULAR | typeof BOLD;
  readonly size: number;
  readonly colour: string;
  /** Space between lines, added to the font's own. */
  readonly lineGap: number;
}

const style = (font: TextStyle['font'], size: number, lineGap = 2, colour: string = INK): TextStyle => ({
  font,
  size,
  colour,
  lineGap,
});

export const STYLES = {
  heading1: style(BOLD, 21, 1),
  heading2: style(BOLD, 13, 1, TEAL),
  heading3: style(BOLD, 11, 1),
  letterhead: style(BOLD, 13, 1),
  plain: style(REGULAR, 10.5),
  lead: style(REGULAR, 12, 2.5),
  note: style(REGULAR, 10),
  name: style(BOLD, 9.5, 1.5),
  cell: style(REGULAR, 9.5, 1.5),
  columnHead: style(BOLD, 9, 1),
  address: style(BOLD, 13),
  small: style(REGULAR, 8.5, 1),
  smallBold: style(BOLD, 8.5, 1),
  running: style(REGULAR, 8.5, 0),
  headline: style(BOLD, 27, -4),
  figure: style(BOLD, 24, 0, TEAL),
} as const;
