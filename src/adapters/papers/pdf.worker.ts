import regular from '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf';
import bold from '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf';
import type { DocumentDrawer } from '../../application/papers/paper-drawer.ts';
import { makeDocumentDrawer } from './pdf.ts';

/** The drawer, with the fonts that the bundle carries. */
export function makeWorkerDocumentDrawer(): DocumentDrawer {
  return makeDocumentDrawer({ regular: new Uint8Array(regular), bold: new Uint8Array(bold) });
}
