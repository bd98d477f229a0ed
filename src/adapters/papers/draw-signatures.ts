import type { SignaturePlaces } from '../../application/papers/paper-blocks.ts';
import { addText } from './draw-text.ts';
import { COLOUR, CONTENT_WIDTH, MARGIN, STYLES } from './layout.ts';
import { drawArtifact, ensureRoom, type PaperCanvas } from './paper-canvas.ts';

const GAP = 24;
/** The height that places for signatures need on their page. */
export const signaturesHeight = ({ density }: PaperCanvas): number => density.signature + 40;

/** Draws the places side by side, each with the signer, what is asked, and a line. */
export function drawSignatures(canvas: PaperCanvas, { places }: SignaturePlaces): void {
  const { pdf, root, density } = canvas;
  // A single place takes half the width at most.
  const columns = Math.max(2, places.length);
  const width = (CONTENT_WIDTH - GAP * (columns - 1)) / columns;
  ensureRoom(canvas, signaturesHeight(canvas));
  const top = pdf.y + 4;
  for (const [index, { who, asks }] of places.entries()) {
    const x = MARGIN.left + index * (width + GAP);
    pdf.y = top;
    addText(canvas, { parent: root, tag: 'P', text: who, style: STYLES.name, x, width });
    addText(canvas, { parent: root, tag: 'P', text: asks, style: STYLES.small, x, width });
    const line = pdf.y + density.signature;
    drawArtifact(canvas, 'Layout', () =>
      pdf
        .moveTo(x, line)
        .lineTo(x + width, line)
        .lineWidth(0.75)
        .stroke(COLOUR.text),
    );
  }
  pdf.y += density.signature + 8;
}
