import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { DocumentDrawer } from '../../application/papers/paper-drawer.ts';
import { makeDocumentDrawer } from './pdf.ts';

const FOLDER = '@expo-google-fonts/atkinson-hyperlegible-next';
const REGULAR = `${FOLDER}/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`;
const BOLD = `${FOLDER}/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf`;

/** The drawer, which reads its fonts from the installed package when it draws the first document. */
export function makeNodeDocumentDrawer(): DocumentDrawer {
  let loading: Promise<DocumentDrawer> | undefined;
  return {
    async drawDocument(content) {
      loading ??= load();
      return (await loading).drawDocument(content);
    },
  };
}

async function load(): Promise<DocumentDrawer> {
  const { resolve } = createRequire(import.meta.url);
  const read = async (specifier: string) => new Uint8Array(await readFile(resolve(specifier)));
  const [regular, bold] = await Promise.all([read(REGULAR), read(BOLD)]);
  return makeDocumentDrawer({ regular, bold });
}
