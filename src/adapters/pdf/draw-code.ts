import QRCode from 'qrcode';
import type { CodeBlock } from '../../application/papers/content-types.ts';
import { darkRuns } from '../../drawings/dark-runs.ts';
import { addText, heightOf } from './draw-text.ts';
import { COLOUR, CONTENT_WIDTH, MARGIN, mm, PAGE, STYLES, type TextStyle } from './page-layout.ts';
import { ensureRoom, leaveSpace, type PaperCanvas, useStyle } from './paper-canvas.ts';

/** The side of the modules, without the quiet zone: the empty paper around them serves as one. */
const POSTER = mm(110);
/** Space above and below the large code: four modules of the smallest code that holds an address. */
const POSTER_QUIET = mm(18);

/** The height that a code needs on its page, without its words. */
export function codeHeight({ density }: PaperCanvas, { size }: CodeBlock): number {
  return (size === 'poster' ? POSTER : density.seal) + mm(6);
}

/** Draws the code, then its address in plain text. */
export function drawCode(canvas: PaperCanvas, code: CodeBlock): void {
  if (code.size === 'poster') drawPoster(canvas, code);
  else drawSeal(canvas, code);
}

function drawSeal(canvas: PaperCanvas, code: CodeBlock): void {
  const { pdf, root } = canvas;
  const side = canvas.density.seal;
  leaveSpace(canvas, 2 * canvas.density.list);
  ensureRoom(canvas, side + 16);
  const top = pdf.y + 4;
  const x = MARGIN.left + side + mm(8);
  const width = MARGIN.left + CONTENT_WIDTH - x;
  addFigure(canvas, code, { x: MARGIN.left, y: top, side });
  pdf.y = top;
  addText(canvas, { parent: root, tag: 'P', text: code.caption, style: canvas.density.plain, x, width });
  pdf.y += 4;
  addLink(canvas, code.address, { x, width, align: 'left', style: STYLES.name });
  pdf.y = Math.max(pdf.y, top + side) + 8;
}

function drawPoster(canvas: PaperCanvas, code: CodeBlock): void {
  const { pdf, root } = canvas;
  const side = POSTER;
  const width = CONTENT_WIDTH;
  addText(canvas, { parent: root, tag: 'P', text: code.caption, style: STYLES.lead, x: MARGIN.left, width });
  ensureRoom(canvas, side + 2 * POSTER_QUIET + mm(8));
  const top = pdf.y + POSTER_QUIET;
  addFigure(canvas, code, { x: (PAGE.width - side) / 2, y: top, side });
  pdf.y = top + side + POSTER_QUIET;
  addLink(canvas, code.address, { x: MARGIN.left, width, align: 'center', style: STYLES.address });
  pdf.y += mm(6);
}

interface Square {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** Draws the code alone, with its description. */
export function addFigure(
  { pdf, root }: PaperCanvas,
  { address, alternative }: CodeBlock,
  square: Square,
): void {
  const { x, y, side } = square;
  const bbox = [x, y, x + side, y + side];
  const options = { alt: alternative, bbox } as PDFKit.Mixins.StructureElementOptions;
  root.add(pdf.struct('Figure', options, [() => drawModules(pdf, address, square)]));
}

/** Draws the modules of the code as squares of ink. */
function drawModules(pdf: PaperCanvas['pdf'], address: string, { x, y, side }: Square): void {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' });
  const module = side / modules.size;
  const isDark = (row: number, column: number) => modules.get(row, column) === 1;
  for (const { row, column, length } of darkRuns({ size: modules.size, isDark })) {
    pdf.rect(x + column * module, y + row * module, length * module, module);
  }
  pdf.fill('#000000');
}

interface LinkPlace {
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'center';
  readonly style: TextStyle;
}

/** Draws an address that can be followed on a screen and typed from paper. */
export function addLink(canvas: PaperCanvas, address: string, { x, width, align, style }: LinkPlace): void {
  const { pdf, root } = canvas;
  ensureRoom(canvas, heightOf(canvas, { text: address, style, width }));
  const draw = () => {
    useStyle(canvas, { ...style, colour: COLOUR.strong });
    pdf.text(address, x, pdf.y, { width, align, link: address, lineGap: style.lineGap });
  };
  const paragraph = pdf.struct('P');
  root.add(paragraph);
  paragraph.add(pdf.struct('Link', { alt: address }, [draw]));
  paragraph.end();
  pdf.x = MARGIN.left;
}
