import type { BulletList, Heading, Letterhead, Paragraph } from '../../application/papers/content-types.ts';
import { COLOUR, CONTENT_WIDTH, MARGIN, STYLES, type TextStyle } from './page-layout.ts';
import {
  drawArtifact,
  ensureRoom,
  leaveSpace,
  type PaperCanvas,
  type Tag,
  useStyle,
} from './paper-canvas.ts';

/** The height that must fit below a heading. */
const HEADING_ROOM = { 1: 120, 2: 52, 3: 40 } as const;
const BULLET_INDENT = 14;

/** `under` is the height that must fit below the heading on its page, so that it stays with its text. */
export function drawHeading(canvas: PaperCanvas, { level, text }: Heading, under: number): void {
  const { pdf, root } = canvas;
  const { style, above, below, room } = headingOf(canvas, level);
  leaveSpace(canvas, above);
  ensureRoom(
    canvas,
    heightOf(canvas, { text, style, width: CONTENT_WIDTH }) + Math.max(room, under + 4 * canvas.density.list),
  );
  addText(canvas, { parent: root, tag: `H${level}`, text, style, x: MARGIN.left, width: CONTENT_WIDTH });
  if (level === 1) {
    pdf.y += 6;
    drawArtifact(canvas, 'Layout', () => pdf.rect(MARGIN.left, pdf.y, 48, 2.5).fill(COLOUR.mark));
    pdf.y += 4;
  }
  pdf.y += below;
}

/** `under` is the height that must fit below the paragraph on its page. */
export function drawParagraph(canvas: PaperCanvas, paragraph: Paragraph, under: number): void {
  const { text, tone, keep } = paragraph;
  const style = styleOf(canvas, tone);
  const above = spaceAbove(canvas, paragraph);
  leaveSpace(canvas, above);
  ensureRoom(canvas, keep ? paragraphHeight(canvas, paragraph) + under : style.size * 2.6);
  addText(canvas, { parent: canvas.root, tag: 'P', text, style, x: MARGIN.left, width: CONTENT_WIDTH });
  canvas.pdf.y += above;
}

/** The height of the paragraph with the space around it. */
export function paragraphHeight(canvas: PaperCanvas, paragraph: Paragraph): number {
  const { text, tone } = paragraph;
  const height = heightOf(canvas, { text, style: styleOf(canvas, tone), width: CONTENT_WIDTH });
  return height + 2 * spaceAbove(canvas, paragraph);
}

function spaceAbove({ density }: PaperCanvas, { tone }: Paragraph): number {
  return tone === 'lead' ? density.leadParagraph : density.paragraph;
}

function styleOf({ density }: PaperCanvas, tone: Paragraph['tone']): TextStyle {
  return density[tone];
}

function headingOf({ density }: PaperCanvas, level: Heading['level']) {
  return { ...density.headings[level], room: HEADING_ROOM[level] };
}

/** The height of a heading with the space around it. */
export function headingHeight(canvas: PaperCanvas, { level, text }: Heading): number {
  const { style, above, below } = headingOf(canvas, level);
  return above + heightOf(canvas, { text, style, width: CONTENT_WIDTH }) + below;
}

/** Draws the school first, because the document is its own; its town and the issuer stand below and smaller. */
export function drawLetterhead(canvas: PaperCanvas, { school, commune, issuer }: Letterhead): void {
  const { root, pdf } = canvas;
  const place = { parent: root, tag: 'P', x: MARGIN.left, width: CONTENT_WIDTH };
  addText(canvas, { ...place, text: school, style: STYLES.letterhead });
  addText(canvas, { ...place, text: [commune, issuer].filter(Boolean).join(' · '), style: STYLES.small });
  pdf.y += canvas.density.letterhead;
}

export function drawList(canvas: PaperCanvas, { items }: BulletList): void {
  const { pdf, root, density } = canvas;
  const style = density.plain;
  const list = pdf.struct('L');
  root.add(list);
  for (const text of items) {
    const width = CONTENT_WIDTH - BULLET_INDENT;
    ensureRoom(canvas, Math.min(heightOf(canvas, { text, style, width }), style.size * 2.6));
    const item = pdf.struct('LI');
    list.add(item);
    const top = pdf.y;
    addText(canvas, { parent: item, tag: 'Lbl', text: '•', style, x: MARGIN.left, width: BULLET_INDENT });
    pdf.y = top;
    const x = MARGIN.left + BULLET_INDENT;
    addText(canvas, { parent: item, tag: 'LBody', text, style, x, width });
    item.end();
    pdf.y += density.item;
  }
  list.end();
  pdf.y += density.list;
}

export interface PlacedText {
  readonly parent: Tag;
  readonly tag: string;
  readonly text: string;
  readonly style: TextStyle;
  readonly x: number;
  readonly width: number;
  /** Left by default. */
  readonly align?: 'left' | 'center' | 'right';
}

/** Draws a text from the current height on, over several pages if needed, under a tag of its own. */
export function addText(canvas: PaperCanvas, placed: PlacedText): void {
  const { pdf } = canvas;
  const { parent, tag, text, style, x, width, align = 'left' } = placed;
  const draw = () => {
    useStyle(canvas, style);
    pdf.text(canvas.print(text), x, pdf.y, { width, align, lineGap: style.lineGap });
  };
  parent.add(pdf.struct(tag, {}, [draw]));
  pdf.x = MARGIN.left;
}

/** The height that the text will take. */
export function heightOf(
  canvas: PaperCanvas,
  { text, style, width }: Pick<PlacedText, 'text' | 'style' | 'width'>,
): number {
  useStyle(canvas, style);
  return canvas.pdf.heightOfString(canvas.print(text), { width, lineGap: style.lineGap });
}
