import type { PaperDrawer } from '../../application/papers/draw-paper.ts';

/** The drawer that `load` gives, which is asked for it with each document. */
export function makeLoadedDrawer(load: () => Promise<PaperDrawer>): PaperDrawer {
  return {
    drawPdf: async (content) => (await load()).drawPdf(content),
    drawTogether: async (title, contents) => (await load()).drawTogether(title, contents),
    drawCertificate: async (content) => (await load()).drawCertificate(content),
  };
}
