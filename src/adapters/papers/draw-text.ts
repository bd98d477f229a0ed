import type { BulletList, Heading, Letterhead, Paragraph } from '../../application/papers/paper-blocks.ts';
import { COLOUR, CONTENT_WIDTH, MARGIN, STYLES, type TextStyle } from './layout.ts';
import { drawArtifact, ensureRoom, leaveSpace, type Sheet, type Tag, useStyle } from './sheet.ts';

/** Space above a heading, space below it, and the height that must fit under it on the same page. */
const HEADINGS = {
  1: { style: STYLES.heading1, above: 0, below: 8, room: 120 },
  2: { style: STYLES.heading2, above: 16, below: 4, room: 52 },
  3: { style: STYLES.heading3, above: 10, below: 3, room: 40 },
} as const;
const BULLET_INDENT = 14;

/** `under` is the height that must fit below the heading on its page, so that it stays with its text. */
export function drawHeading(sheet: Sheet, { level, text }: Heading, under: number): void {
  const { pdf, root } = sheet;
  const { style, above, below, room } = HEADINGS[level];
  leaveSpace(sheet, above);
  ensureRoom(sheet, heightOf(sheet, { text, style, width: CONTENT_WIDTH }) + Math.max(room, under + 16));
  addText(sheet, { parent: root, tag: `H${level}`, text, style, x: MARGIN.left, width: CONTENT_WIDTH });
  if (level === 1) {
    pdf.y += 6;
    drawArtifact(sheet, 'Layout', () => pdf.rect(MARGIN.left, pdf.y, 48, 2.5).fill(COLOUR.mark));
    pdf.y += 4;
  }
  pdf.y += below;
}

/** `under` is the height that must fit below the paragraph on its page. */
export function drawParagraph(sheet: Sheet, paragraph: Paragraph, under: number): void {
  const { text, tone, keep } = paragraph;
  const style = STYLES[tone];
  const above = spaceAbove(paragraph);
  leaveSpace(sheet, above);
  ensureRoom(sheet, keep ? paragraphHeight(sheet, paragraph) + under : style.size * 2.6);
  addText(sheet, { parent: sheet.root, tag: 'P', text, style, x: MARGIN.left, width: CONTENT_WIDTH });
  sheet.pdf.y += above;
}

/** The height of the paragraph with the space around it. */
export function paragraphHeight(sheet: Sheet, paragraph: Paragraph): number {
  const { text, tone } = paragraph;
  return heightOf(sheet, { text, style: STYLES[tone], width: CONTENT_WIDTH }) + 2 * spaceAbove(paragraph);
}

function spaceAbove({ tone }: Paragraph): number {
  return tone === 'lead' ? 6 : 3;
}

/** The height of a heading with the space around it. */
export function headingHeight(sheet: Sheet, { level, text }: Heading): number {
  const { style, above, below } = HEADINGS[level];
  return above + heightOf(sheet, { text, style, width: CONTENT_WIDTH }) + below;
}

/** Draws the school first, because the document is its own; the issuer stands below and smaller. */
export function drawLetterhead(sheet: Sheet, { school, commune, issuer }: Letterhead): void {
  const { root, pdf } = sheet;
  const place = { parent: root, tag: 'P', x: MARGIN.left, width: CONTENT_WIDTH };
  addText(sheet, { ...place, text: school, style: STYLES.letterhead });
  if (commune !== '') addText(sheet, { ...place, text: commune, style: STYLES.plain });
  addText(sheet, { ...place, text: issuer, style: STYLES.small });
  pdf.y += 14;
}

export function drawList(sheet: Sheet, { items }: BulletList): void {
  const { pdf, root } = sheet;
  const style = STYLES.plain;
  const list = pdf.struct('L');
  root.add(list);
  for (const text of items) {
    const width = CONTENT_WIDTH - BULLET_INDENT;
    ensureRoom(sheet, Math.min(heightOf(sheet, { text, style, width }), style.size * 2.6));
    const item = pdf.struct('LI');
    list.add(item);
    const top = pdf.y;
    addText(sheet, { parent: item, tag: 'Lbl', text: '•', style, x: MARGIN.left, width: BULLET_INDENT });
    pdf.y = top;
    const x = MARGIN.left + BULLET_INDENT;
    addText(sheet, { parent: item, tag: 'LBody', text, style, x, width });
    item.end();
    pdf.y += 2;
  }
  list.end();
  pdf.y += 4;
}

export interface PlacedText {
  readonly parent: Tag;
  readonly tag: string;
  readonly text: string;
  readonly style: TextStyle;
  readonly x: number;
  readonly width: number;
}

/** Draws a text from the current height on, over several pages if needed, under a tag of its own. */
export function addText(sheet: Sheet, { parent, tag, text, style, x, width }: PlacedText): void {
  const { pdf } = sheet;
  const draw = () => {
    useStyle(sheet, style);
    pdf.text(sheet.print(text), x, pdf.y, { width, lineGap: style.lineGap });
  };
  parent.add(pdf.struct(tag, {}, [draw]));
  pdf.x = MARGIN.left;
}

/** The height that the text will take. */
export function heightOf(
  sheet: Sheet,
  { text, style, width }: Pick<PlacedText, 'text' | 'style' | 'width'>,
): number {
  useStyle(sheet, style);
  return sheet.pdf.heightOfString(sheet.print(text), { width, lineGap: style.lineGap });
}
