import type { CertificateContent } from './certificate.ts';
import type { PaperContent } from './paper-blocks.ts';

/** Draws content as a tagged PDF, A4. The same content gives the same bytes. */
export interface PaperDrawer {
  /** In French. */
  drawPdf(content: PaperContent): Promise<Uint8Array>;
  /** Several documents in one file, each from its own new page on, with its own heads and page numbers. */
  drawTogether(title: string, contents: readonly PaperContent[]): Promise<Uint8Array>;
  /** The certificate of a badge, with the signed credential attached. */
  drawCertificate(content: CertificateContent): Promise<Uint8Array>;
}
