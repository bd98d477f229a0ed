import { keepFinished } from '../../application/keep-finished.ts';
import type { PaperDrawer } from '../../application/papers/draw-paper.ts';
import { makeLoadedDrawer } from './loaded-drawer.ts';
import type { PaperFonts } from './paper-canvas.ts';
import { makePaperDrawer } from './pdf.ts';

/** The drawer, which reads its fonts when it draws the first document. */
export function makeWorkerPaperDrawer(readFonts: () => Promise<PaperFonts>): PaperDrawer {
  return makeLoadedDrawer(keepFinished(async () => makePaperDrawer(await readFonts())));
}
