import { opaquePng } from '#open-badges/files';
import { yieldToEventLoop } from '../../application/concurrency/async.ts';
import { asDomainError } from '../../application/open-badges-errors.ts';
import type { CertificateContent } from '../../application/papers/certificate.ts';
import type { Block, FactList, PaperContent } from '../../application/papers/content-types.ts';
import type { PaperDrawer } from '../../application/papers/draw.ts';
import { CLOSE, type Density, USUAL } from './density.ts';
import { CERTIFICATE_MARGINS, drawCertificate } from './draw-certificate.ts';
import { codeHeight, drawCode } from './draw-code.ts';
import { drawMatrix, matrixOpening } from './draw-matrix.ts';
import { drawRunningHeads } from './draw-running-heads.ts';
import { drawSignatures, signaturesHeight } from './draw-signatures.ts';
import { drawFacts, drawTable, factsHeight, openingHeight } from './draw-table.ts';
import {
  drawHeading,
  drawLetterhead,
  drawList,
  drawParagraph,
  headingHeight,
  paragraphHeight,
} from './draw-text.ts';
import {
  endPaperCanvas,
  makePaperCanvas,
  type PaperCanvas,
  type PaperFonts,
  type ReadFonts,
  readFonts,
} from './paper-canvas.ts';

/** A document with more characters than this, written as JSON, has many pages: trials would take long, and one page
 *  more or less would not matter. */
const MOST_ON_TRIAL = 60_000;

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
    drawParagraph(canvas, paragraph, heightBelow(canvas, paragraph, following)),
  list: drawList,
  facts: (canvas, facts, following) => drawFacts(canvas, facts, heightBelow(canvas, facts, following)),
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
export function makePaperDrawer(files: PaperFonts): PaperDrawer {
  const fonts = readFonts(files);
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
      const png = await asDomainError(() => opaquePng(content.picture.png));
      drawCertificate(canvas, { ...content, picture: { ...content.picture, png } });
      return endPaperCanvas(canvas);
    },
  };
}

async function drawTogether(
  title: string,
  contents: readonly PaperContent[],
  fonts: ReadFonts,
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
    await yieldToEventLoop();
  }
  const end = pdf.bufferedPageRange().count;
  for (const [index, content] of contents.entries()) {
    const from = firstPages[index] ?? 0;
    drawRunningHeads(canvas, content, { from, count: (firstPages[index + 1] ?? end) - from });
  }
  return endPaperCanvas(canvas);
}

/** The usual density, or the closer one where that saves a page. */
function densityOf(content: PaperContent, fonts: ReadFonts): Density {
  if (content.closely || JSON.stringify(content.blocks).length > MOST_ON_TRIAL) return CLOSE;
  const usual = countPages(content, fonts, USUAL);
  return usual > 1 && countPages(content, fonts, CLOSE) < usual ? CLOSE : USUAL;
}

function countPages(content: PaperContent, fonts: ReadFonts, density: Density): number {
  const trial = makePaperCanvas(content, fonts, density);
  drawBlocks(trial, content);
  return trial.pdf.bufferedPageRange().count;
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
    case 'facts':
      return factsHeight(canvas, block, heightBelow(canvas, block, rest));
    case 'matrix':
      return matrixOpening(canvas, block);
    case 'code':
      return codeHeight(canvas, block);
    case 'signatures':
      return signaturesHeight(canvas, block);
    case 'heading':
      return headingHeight(canvas, block) + 4 * canvas.density.list + heightUnder(canvas, rest);
    case 'paragraph':
      return block.keep ? paragraphHeight(canvas, block) + heightUnder(canvas, rest) : 0;
    default:
      return 0;
  }
}

/** The height of what a block keeps below itself on its page. */
function heightBelow(
  canvas: PaperCanvas,
  { keep }: Pick<FactList, 'keep'>,
  following: readonly Block[],
): number {
  return keep ? heightUnder(canvas, following) : 0;
}
