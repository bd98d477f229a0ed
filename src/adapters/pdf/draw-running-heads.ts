import type { PaperContent } from '../../application/papers/content-types.ts';
import { longestBeginning } from '../../domain/text/strings.ts';
import { localDateInParis } from '../../domain/time/calendar.ts';
import { paperTexts } from '../../texts/fr/papers/phrases.ts';
import { COLOUR, CONTENT_BOTTOM, CONTENT_WIDTH, MARGIN, STYLES } from './page-layout.ts';
import { drawArtifact, type PaperCanvas, useStyle } from './paper-canvas.ts';

const HEAD_TOP = 38;
const FOOT_TOP = CONTENT_BOTTOM + 18;

/** Draws the issuer and the title at the top of every page, the date and the page's number at its foot. The
 *  pages are those of one document, all of the file by default. */
export function drawRunningHeads(
  canvas: PaperCanvas,
  content: PaperContent,
  pages: { readonly from: number; readonly count: number } = {
    from: 0,
    count: canvas.pdf.bufferedPageRange().count,
  },
): void {
  const { pdf } = canvas;
  const { issuerName, headedBy = issuerName, runningHead, madeAt } = content;
  const { from, count } = pages;
  const madeOn = paperTexts.madeOn(localDateInParis(madeAt));
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(from + index);
    drawArtifact(canvas, 'Pagination', () => {
      drawLine(canvas, HEAD_TOP + 16);
      drawEnds(canvas, HEAD_TOP, [headedBy, runningHead]);
      drawLine(canvas, FOOT_TOP - 6);
      drawEnds(canvas, FOOT_TOP, [madeOn, paperTexts.page(index + 1, count)]);
    });
  }
}

function drawLine({ pdf }: PaperCanvas, y: number): void {
  pdf
    .moveTo(MARGIN.left, y)
    .lineTo(MARGIN.left + CONTENT_WIDTH, y)
    .lineWidth(0.5)
    .stroke(COLOUR.rule);
}

/** Draws one text at the left end and one at the right. The left one is cut where both do not fit. */
function drawEnds(canvas: PaperCanvas, y: number, [left, right]: readonly [string, string]): void {
  const { pdf } = canvas;
  useStyle(canvas, STYLES.running);
  const end = canvas.print(right);
  const endWidth = pdf.widthOfString(end);
  const oneLine = { lineBreak: false } as const;
  pdf.text(shorten(canvas, left, CONTENT_WIDTH - endWidth - 16), MARGIN.left, y, oneLine);
  pdf.text(end, MARGIN.left + CONTENT_WIDTH - endWidth, y, oneLine);
}

/** The text on one line of that width in the current style; a longer text is cut with an ellipsis. */
export function shorten({ pdf, print }: PaperCanvas, text: string, width: number): string {
  const printable = print(text).replace(/\s+/g, ' ');
  if (pdf.widthOfString(printable) <= width) return printable;
  const letters = [...printable];
  const beginning = (count: number) => letters.slice(0, count).join('');
  const fits = (count: number) => pdf.widthOfString(`${beginning(count)}…`) <= width;
  return `${beginning(longestBeginning(letters.length, fits)).trimEnd()}…`;
}
