import { pointerTo } from './json-value.ts';

/** The place of a value in a document, as a step from the place of the value around it; undefined for the
 *  document itself. Its pointer is written only where a fault is reported. */
export type Path = { readonly around: Path; readonly part: string | number } | undefined;

/** The JSON pointer of the place (RFC 6901). */
export function pointerOf(path: Path): string {
  return path === undefined ? '' : pointerTo(pointerOf(path.around), path.part);
}
