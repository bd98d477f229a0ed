import { pointerTo } from './reading/json-value.ts';

/** The place of a value in a document: the place around it and one more step; undefined for the document
 *  itself. The pointer is written out only where a fault is reported. */
export type Path = { readonly around: Path; readonly part: string | number } | undefined;

/** The JSON pointer of the place (RFC 6901). */
export function pointerOf(path: Path): string {
  return path === undefined ? '' : pointerTo(pointerOf(path.around), path.part);
}
