import regular from '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf';
import bold from '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf';
import type { PaperDrawer } from '../../application/papers/draw-paper.ts';
import { makePaperDrawer } from './pdf.ts';

/** The drawer, with the fonts that the bundle carries. */
export function makeWorkerPaperDrawer(): PaperDrawer {
  return makePaperDrawer({ regular: new Uint8Array(regular), bold: new Uint8Array(bold) });
}
