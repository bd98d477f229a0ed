import type { PaperContent } from './paper-blocks.ts';

/** Draws content as a tagged PDF in French, A4. The same content gives the same bytes. */
export interface PaperDrawer {
  drawPdf(content: PaperContent): Promise<Uint8Array>;
}
