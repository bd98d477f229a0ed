import type { CertificateContent } from '../../application/papers/certificate.ts';
import type { PaperDrawer } from '../../application/papers/draw-paper.ts';
import type { Block, PaperContent, SignaturePlaces } from '../../application/papers/paper-blocks.ts';
import { opaquePng } from '../../openbadges/bake/opaque-png.ts';
import { CLOSE, type Density, USUAL } from './density.ts';
import { CERTIFICATE_MARGINS, drawCertificate } from './draw-certificate.ts';
import { codeHeight, drawCode } from './draw-code.ts';
import { drawMatrix, matrixHeight } from './draw-matrix.ts';
import { drawRunningHeads } from './draw-running-heads.ts';
import { drawFacts, drawTable, openingHeight } from './draw-table.ts';
import {
  addText,
  drawHeading,
  drawLetterhead,
  drawList,
  drawParagraph,
  headingHeight,
  paragraphHeight,
} from './draw-text.ts';
import { COLOUR, CONTENT_WIDTH, MARGIN, STYLES } from './layout.ts';
import {
  drawArtifact,
  endPaperCanvas,
  ensureRoom,
  makePaperCanvas,
  type PaperCanvas,
  type PaperFonts,
} from './paper-canvas.ts';

const GAP = 24;
/** No page holds so much, written as JSON: a trial would tell nothing more. */
const MOST_OF_A_PAGE = 15_000;
/** The height of the address below a code that stands beside a signature. */
const ADDRESS_LINE = 16;

type Drawers = {
  readonly [Kind in Block['kind']]: (
    canvas: PaperCanvas,
    block: Extract<Block, { kind: Kind }>,
    following: readonly Block[],
  ) => void;
};

const DRAWERS: Drawers = {
  letterhead: drawLetterhead,
  heading: (canvas, heading, following) => drawHeading(canvas, heading, heightUnder(canvas, following)),
  paragraph: (canvas, paragraph, following) =>
    drawParagraph(canvas, paragraph, paragraph.keep ? heightUnder(canvas, following) : 0),
  list: drawList,
  facts: drawFacts,
  table: drawTable,
  matrix: drawMatrix,
  code: drawCode,
  signatures: drawSignatures,
  'new-page': ({ pdf }) => {
    pdf.addPage();
  },
};

/** Draws documents with pdfkit. It runs anywhere, because it uses only the fonts given here. A bundle for
 *  workerd must define `import.meta.url`, which the library reads when it is loaded. */
export function makePaperDrawer(fonts: PaperFonts): PaperDrawer {
  return {
    async drawPdf(content: PaperContent) {
      const canvas = makePaperCanvas(content, fonts, densityOf(content, fonts));
      drawBlocks(canvas, content);
      drawRunningHeads(canvas, content);
      return endPaperCanvas(canvas);
    },
    drawTogether: (title, contents) => drawTogether(title, contents, fonts),
    async drawCertificate(content: CertificateContent) {
      const { headline: title, issuerName, madeAt, language } = content;
      const label = { title, issuerName, madeAt, language, margins: CERTIFICATE_MARGINS };
      const canvas = makePaperCanvas(label, fonts);
      const png = await opaquePng(content.picture.png);
      drawCertificate(canvas, { ...content, picture: { ...content.picture, png } });
      return endPaperCanvas(canvas);
    },
  };
}

async function drawTogether(
  title: string,
  contents: readonly PaperContent[],
  fonts: PaperFonts,
): Promise<Uint8Array> {
  const [first] = contents;
  if (!first) throw new Error('no document to draw');
  const canvas = makePaperCanvas({ ...first, title }, fonts);
  const { pdf } = canvas;
  const firstPages: number[] = [];
  for (const content of contents) {
    if (firstPages.length > 0) pdf.addPage();
    firstPages.push(pdf.bufferedPageRange().count - 1);
    const root = pdf.struct('Part');
    canvas.root.add(root);
    drawBlocks({ ...canvas, root, density: densityOf(content, fonts) }, content);
    root.end();
    // Without threads, the process answers other requests between two documents.
    await new Promise((resolve) => setTimeout(resolve));
  }
  const end = pdf.bufferedPageRange().count;
  for (const [index, content] of contents.entries()) {
    const from = firstPages[index] ?? 0;
    drawRunningHeads(canvas, content, { from, count: (firstPages[index + 1] ?? end) - from });
  }
  return endPaperCanvas(canvas);
}

/** The usual density, or the closer one where a document would need more pages than it should have. */
function densityOf(content: PaperContent, fonts: PaperFonts): Density {
  if (content.mostPages === undefined) return USUAL;
  if (JSON.stringify(content.blocks).length > content.mostPages * MOST_OF_A_PAGE) return CLOSE;
  const trial = makePaperCanvas(content, fonts);
  drawBlocks(trial, content);
  const { count } = trial.pdf.bufferedPageRange();
  return count > content.mostPages ? CLOSE : USUAL;
}

function drawBlocks(canvas: PaperCanvas, { blocks }: PaperContent): void {
  for (const [index, block] of blocks.entries()) drawBlock(canvas, block, blocks.slice(index + 1));
}

function drawBlock(canvas: PaperCanvas, block: Block, following: readonly Block[]): void {
  // DRAWERS pairs every kind with its own drawer, which the compiler cannot follow through a union.
  const draw = DRAWERS[block.kind] as (
    canvas: PaperCanvas,
    block: Block,
    following: readonly Block[],
  ) => void;
  draw(canvas, block, following);
}

/** The height that must fit on the same page below a heading, or below a paragraph that keeps to what
 *  follows. */
function heightUnder(canvas: PaperCanvas, [block, ...rest]: readonly Block[]): number {
  switch (block?.kind) {
    case 'table':
      return openingHeight(canvas, block);
    case 'matrix':
      return matrixHeight(canvas, block);
    case 'code':
      return codeHeight(canvas, block);
    case 'signatures':
      return signedHeight(canvas, block, rest);
    case 'heading':
      return headingHeight(canvas, block) + 4 * canvas.density.list + heightUnder(canvas, rest);
    case 'paragraph':
      return block.keep ? paragraphHeight(canvas, block) + heightUnder(canvas, rest) : 0;
    default:
      return 0;
  }
}

/** The height of the places for signatures and of what must stand with them: a code beside them, or below. */
function signedHeight(canvas: PaperCanvas, { besideCode }: SignaturePlaces, rest: readonly Block[]): number {
  if (!besideCode) return signaturesHeight(canvas) + heightUnder(canvas, rest);
  return Math.max(signaturesHeight(canvas), heightUnder(canvas, rest)) + ADDRESS_LINE;
}

/** The height that places for signatures need on their page. */
const signaturesHeight = ({ density }: PaperCanvas): number => density.signature + 40;

/** Draws the places side by side, each with the signer, what is asked, and a line. */
function drawSignatures(canvas: PaperCanvas, block: SignaturePlaces, following: readonly Block[]): void {
  const { places, besideCode } = block;
  const { pdf, root, density } = canvas;
  // A single place takes half the width at most.
  const columns = Math.max(2, places.length);
  const width = (CONTENT_WIDTH - GAP * (columns - 1)) / columns;
  ensureRoom(canvas, besideCode ? signedHeight(canvas, block, following) : signaturesHeight(canvas));
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
  pdf.y = besideCode ? top - 4 : pdf.y + density.signature + 8;
}
