import type { SignaturePlaces } from '../../application/papers/content-types.ts';
import { addFigure, addLink } from './draw-code.ts';
import { addText, heightOf } from './draw-text.ts';
import { COLOUR, CONTENT_WIDTH, MARGIN, STYLES } from './page-layout.ts';
import { drawArtifact, ensureRoom, leaveSpace, type PaperCanvas } from './paper-canvas.ts';

const GAP = 24;
const ABOVE = 4;
/** The space between the lines and the words of the code. */
const BELOW = 8;

/** The height that places for signatures need on their page, with the code and its words. */
export function signaturesHeight(canvas: PaperCanvas, signatures: SignaturePlaces): number {
  const { caption, address } = signatures.code;
  const texts = [
    { text: caption, style: STYLES.small },
    { text: address, style: STYLES.name },
  ].map((one) => heightOf(canvas, { ...one, width: CONTENT_WIDTH }));
  return ABOVE + lineDepth(canvas, signatures) + BELOW + texts.reduce((sum, height) => sum + height, 0);
}

/** Draws the places side by side, each with the signer, what is asked, and a line. The code stands at the right end; its
 *  words have the whole width below. */
export function drawSignatures(canvas: PaperCanvas, signatures: SignaturePlaces): void {
  const { pdf, root, density } = canvas;
  const { places, code } = signatures;
  ensureRoom(canvas, signaturesHeight(canvas, signatures));
  const top = pdf.y + ABOVE;
  const bottom = top + lineDepth(canvas, signatures);
  const width = placeWidth(canvas, signatures);
  for (const [index, { who, asks }] of places.entries()) {
    const x = MARGIN.left + index * (width + GAP);
    pdf.y = top;
    addText(canvas, { parent: root, tag: 'P', text: who, style: STYLES.name, x, width });
    addText(canvas, { parent: root, tag: 'P', text: asks, style: STYLES.small, x, width });
    drawArtifact(canvas, 'Layout', () =>
      pdf
        .moveTo(x, bottom)
        .lineTo(x + width, bottom)
        .lineWidth(0.75)
        .stroke(COLOUR.text),
    );
  }
  const side = density.seal;
  addFigure(canvas, code, { x: MARGIN.left + CONTENT_WIDTH - side, y: top, side });
  pdf.y = bottom + BELOW;
  const whole = { x: MARGIN.left, width: CONTENT_WIDTH };
  addText(canvas, { parent: root, tag: 'P', text: code.caption, style: STYLES.small, ...whole });
  addLink(canvas, code.address, { ...whole, align: 'left', style: STYLES.name });
  leaveSpace(canvas, BELOW);
}

/** How far below the top the lines are: at the foot of the code, or lower where the words need it. */
function lineDepth(canvas: PaperCanvas, signatures: SignaturePlaces): number {
  const width = placeWidth(canvas, signatures);
  const texts = signatures.places.map(
    ({ who, asks }) =>
      heightOf(canvas, { text: who, style: STYLES.name, width }) +
      heightOf(canvas, { text: asks, style: STYLES.small, width }),
  );
  return Math.max(canvas.density.seal, Math.max(...texts) + canvas.density.signature);
}

/** A single place takes half of the width at most. */
function placeWidth({ density }: PaperCanvas, { places }: SignaturePlaces): number {
  const columns = Math.max(2, places.length);
  return (CONTENT_WIDTH - density.seal - GAP * columns) / columns;
}
