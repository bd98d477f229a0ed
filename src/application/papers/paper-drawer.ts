import type { CertificateContent } from './certificate.ts';
import type { PaperContent } from './paper-blocks.ts';

/** Draws content as a tagged PDF, A4. The same content gives the same bytes. */
export interface PaperDrawer {
  /** Draws one document, in French. */
  drawPdf(content: PaperContent): Promise<Uint8Array>;
  /** Draws several documents into one file. Each begins on a new page and has its own heads and page
   *  numbers. */
  drawTogether(title: string, contents: readonly PaperContent[]): Promise<Uint8Array>;
  /** Draws the certificate of a badge, with the signed credential attached. */
  drawCertificate(content: CertificateContent): Promise<Uint8Array>;
}
