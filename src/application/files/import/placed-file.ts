import type { OpenFile } from './open-files.ts';

/** A file among the files of its kind that are imported together. */
export interface PlacedFile extends OpenFile {
  /** The number to add to a line number to get the position of the line among all lines of these files. */
  readonly offset: number;
}

/** The file and the line at a position. */
export function placeOf(
  files: readonly PlacedFile[],
  position: number,
): { readonly file: string; readonly line: number } {
  const file = files.findLast(({ offset }) => offset < position) ?? files[0];
  return { file: file?.name ?? '', line: position - (file?.offset ?? 0) };
}
