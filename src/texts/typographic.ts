/** An official label as screens and papers write it: the published framework, which badges refer to, keeps its straight
 *  apostrophes. */
export function typographic(text: string): string {
  return text.replaceAll("'", '’');
}
