/** An official label with typographic apostrophes, for screens and papers. The published framework, to which
 *  badges refer, keeps its straight ones. */
export function typographic(text: string): string {
  return text.replaceAll("'", '’');
}
