import type { Block, DocumentContent } from '../../application/documents/document-content.ts';
import type { DocumentDrawer } from '../../application/documents/document-drawer.ts';
import { drawCode } from './draw-code.ts';
import { drawMatrix } from './draw-matrix.ts';
import { drawRunningHeads } from './draw-running-heads.ts';
import { drawSignatures } from './draw-signatures.ts';
import { drawFacts, drawTable } from './draw-table.ts';
import { drawHeading, drawList, drawParagraph } from './draw-text.ts';
import { type DocumentFonts, endSheet, makeSheet, type Sheet } from './sheet.ts';

type Drawers = {
  readonly [Kind in Block['kind']]: (sheet: Sheet, block: Extract<Block, { kind: Kind }>) => void;
};

const DRAWERS: Drawers = {
  heading: drawHeading,
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

/** Draws documents with pdfkit; runs anywhere, for the only fonts are those given here. */
export function makeDocumentDrawer(fonts: DocumentFonts): DocumentDrawer {
  return {
    async drawDocument(content: DocumentContent) {
      const sheet = makeSheet(content, fonts);
      for (const block of content.blocks) drawBlock(sheet, block);
      drawRunningHeads(sheet, content);
      return endSheet(sheet);
    },
  };
}

function drawBlock<Kind extends Block['kind']>(sheet: Sheet, block: Extract<Block, { kind: Kind }>): void {
  const draw = DRAWERS[block.kind as Kind] as (sheet: Sheet, block: Extract<Block, { kind: Kind }>) => void;
  draw(sheet, block);
}
