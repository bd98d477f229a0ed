import type { Block, DocumentContent } from '../../application/documents/document-content.ts';
import type { DocumentDrawer } from '../../application/documents/document-drawer.ts';
import { codeHeight, drawCode } from './draw-code.ts';
import { drawMatrix, matrixHeight } from './draw-matrix.ts';
import { drawRunningHeads } from './draw-running-heads.ts';
import { drawSignatures } from './draw-signatures.ts';
import { drawFacts, drawTable, openingHeight } from './draw-table.ts';
import { drawHeading, drawList, drawParagraph } from './draw-text.ts';
import { type DocumentFonts, endSheet, makeSheet, type Sheet } from './sheet.ts';

type Drawers = {
  readonly [Kind in Block['kind']]: (
    sheet: Sheet,
    block: Extract<Block, { kind: Kind }>,
    next: Block | undefined,
  ) => void;
};

const DRAWERS: Drawers = {
  heading: (sheet, heading, next) => drawHeading(sheet, heading, heightUnder(sheet, next)),
  paragraph: drawParagraph,
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

/** Draws documents with pdfkit; runs anywhere, for the only fonts are those given here. A bundle for workerd must define
 *  `import.meta.url`, which the library reads when it is loaded. */
export function makeDocumentDrawer(fonts: DocumentFonts): DocumentDrawer {
  return {
    async drawDocument(content: DocumentContent) {
      const sheet = makeSheet(content, fonts);
      for (const [index, block] of content.blocks.entries()) {
        drawBlock(sheet, block, content.blocks[index + 1]);
      }
      drawRunningHeads(sheet, content);
      return endSheet(sheet);
    },
  };
}

function drawBlock(sheet: Sheet, block: Block, next: Block | undefined): void {
  // The table pairs every kind with its own drawer, which the compiler cannot follow through a union.
  const draw = DRAWERS[block.kind] as (sheet: Sheet, block: Block, next: Block | undefined) => void;
  draw(sheet, block, next);
}

/** What must stand on the same page as the heading before it. */
function heightUnder(sheet: Sheet, block: Block | undefined): number {
  if (block?.kind === 'table') return openingHeight(sheet, block);
  if (block?.kind === 'matrix') return matrixHeight(sheet, block);
  return block?.kind === 'code' ? codeHeight(block) : 0;
}
