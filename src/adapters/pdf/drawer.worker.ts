import { memoizeAsync } from '../../application/concurrency/async.ts';
import { makeLoadedDrawer, type PaperDrawer } from '../../application/papers/draw.ts';
import { makePaperDrawer } from './drawer.ts';
import type { PaperFonts } from './paper-canvas.ts';

/** The drawer, which reads its fonts when it draws the first document. */
export function makeWorkerPaperDrawer(readFonts: () => Promise<PaperFonts>): PaperDrawer {
  return makeLoadedDrawer(memoizeAsync(async () => makePaperDrawer(await readFonts())));
}
