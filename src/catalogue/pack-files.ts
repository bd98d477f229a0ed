import type { PackError } from '../domain/settings/pack-error.ts';
import { bytesOfDrawing, drawingOf } from './drawing-errors.ts';
import type { PackDocument } from './office-pack.ts';

/** The files of a pack, besides its drawings. */
export const PACK_FILES = ['office', 'framework', 'badges', 'events', 'columns', 'questionnaire'] as const;
export type PackFile = (typeof PACK_FILES)[number];
/** The file that a pack may lack: the program's own stands for it. */
export const OPTIONAL_FILE: PackFile = 'questionnaire';
export const DRAWINGS = 'drawings/';

/** The most characters of a whole pack as one value. D1 limits a text to 2 MB. */
export const PACK_LIMIT_CHARS = 1_500_000;

/** The files of a folder, by their names in it → the pack as one value, and what is wrong with the files
 *  themselves. Files next to those of a pack are left out with a fault, but for texts to read (`.md`, `.txt`). */
export function toPackDocument(files: ReadonlyMap<string, Uint8Array>): {
  readonly document: PackDocument;
  readonly faults: readonly PackError[];
} {
  const faults: PackError[] = [];
  const read = (name: PackFile): unknown => {
    const file = `${name}.json`;
    const bytes = files.get(file);
    if (!bytes && name === OPTIONAL_FILE) return undefined;
    if (!bytes) {
      faults.push({ file, path: '', reason: 'missing-file' });
      return undefined;
    }
    try {
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      faults.push({ file, path: '', reason: 'not-json' });
      return undefined;
    }
  };
  const [office, framework, badges, events, columns, questionnaire] = PACK_FILES.map(read);
  const drawings: Record<string, string> = {};
  for (const [file, bytes] of files) {
    const name = file.startsWith(DRAWINGS) ? file.slice(DRAWINGS.length) : undefined;
    const drawing = name && drawingOf(name, bytes);
    if (drawing) drawings[name] = drawing;
    else if (!isKnown(file)) faults.push({ file, path: '', reason: 'unknown-file' });
  }
  const document = { office, framework, badges, events, columns, drawings };
  return { document: { ...document, ...(questionnaire !== undefined && { questionnaire }) }, faults };
}

function isKnown(file: string): boolean {
  return PACK_FILES.some((name) => file === `${name}.json`) || file.endsWith('.md') || file.endsWith('.txt');
}

/** The files of a pack, as `toPackDocument` reads them. */
export function toPackFiles(document: PackDocument): ReadonlyMap<string, Uint8Array> {
  const encoder = new TextEncoder();
  const texts = PACK_FILES.filter((name) => document[name] !== undefined).map(
    (name) => [`${name}.json`, encoder.encode(`${JSON.stringify(document[name], undefined, 2)}\n`)] as const,
  );
  const drawings = Object.entries(document.drawings).map(
    ([name, uri]) => [`${DRAWINGS}${name}`, bytesOfDrawing(uri)] as const,
  );
  return new Map([...texts, ...drawings]);
}
