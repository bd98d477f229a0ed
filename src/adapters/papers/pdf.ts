import type { Block, DocumentContent } from '../../application/papers/paper-blocks.ts';
import type { DocumentDrawer } from '../../application/papers/paper-drawer.ts';
import { codeHeight, drawCode } from './draw-code.ts';
import { drawMatrix, matrixHeight } from './draw-matrix.ts';
import { drawRunningHeads } from './draw-running-heads.ts';
import { drawSignatures, SIGNATURES_HEIGHT } from './draw-signatures.ts';
import { drawFacts, drawTable, openingHeight } from './draw-table.ts';
import {
  drawHeading,
  drawLetterhead,
  drawList,
  drawParagraph,
  headingHeight,
  paragraphHeight,
} from './draw-text.ts';
import { type DocumentFonts, endSheet, makeSheet, type Sheet } from './sheet.ts';

type Drawers = {
  readonly [Kind in Block['kind']]: (
    sheet: Sheet,
    block: Extract<Block, { kind: Kind }>,
    following: readonly Block[],
  ) => void;
};

const DRAWERS: Drawers = {
  letterhead: drawLetterhead,
  heading: (sheet, heading, following) => drawHeading(sheet, heading, heightUnder(sheet, following)),
  paragraph: (sheet, paragraph, following) =>
    drawParagraph(sheet, paragraph, paragraph.keep ? heightUnder(sheet, following) : 0),
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
export function makeDocumentDrawer(fonts: DocumentFonts): DocumentDrawer {
  return {
    async drawDocument(content: DocumentContent) {
      const sheet = makeSheet(content, fonts);
      for (const [index, block] of content.blocks.entries()) {
        drawBlock(sheet, block, content.blocks.slice(index + 1));
      }
      drawRunningHeads(sheet, content);
      return endSheet(sheet);
    },
  };
}

function drawBlock(sheet: Sheet, block: Block, following: readonly Block[]): void {
  // DRAWERS pairs every kind with its own drawer, which the compiler cannot follow through a union.
  const draw = DRAWERS[block.kind] as (sheet: Sheet, block: Block, following: readonly Block[]) => void;
  draw(sheet, block, following);
}

/** The height that must fit on the same page below a heading, or below a paragraph that keeps to what
 *  follows. */
function heightUnder(sheet: Sheet, [block, ...rest]: readonly Block[]): number {
  switch (block?.kind) {
    case 'table':
      return openingHeight(sheet, block);
    case 'matrix':
      return matrixHeight(sheet, block);
    case 'code':
      return codeHeight(block);
    case 'signatures':
      return SIGNATURES_HEIGHT + heightUnder(sheet, rest);
    case 'heading':
      return headingHeight(sheet, block) + heightUnder(sheet, rest);
    case 'paragraph':
      return block.keep ? paragraphHeight(sheet, block) + heightUnder(sheet, rest) : 0;
    default:
      return 0;
  }
}
