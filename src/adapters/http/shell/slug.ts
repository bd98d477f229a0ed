/** A name as a file of it is called: « RUPN confirmé·e » → `rupn-confirme`. ASCII, without accents, nor the ending that
 *  follows a middle dot. */
export function toSlug(name: string): string {
  return name
    .replace(/·\p{L}+/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/giu, 'oe')
    .replace(/æ/giu, 'ae')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
