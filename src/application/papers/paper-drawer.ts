import type { DocumentContent } from './paper-blocks.ts';

/** Draws content as a tagged PDF in French, A4. The same content gives the same bytes. */
export interface DocumentDrawer {
  drawDocument(content: DocumentContent): Promise<Uint8Array>;
}
