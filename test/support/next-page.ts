import { fr } from './fr.ts';

/** The address of the next page of a list, where there is one. */
export function nextPageOf(html: string): string | undefined {
  return new RegExp(`href="([^"]+)">${fr.forms.next}`).exec(html)?.[1]?.replaceAll('&amp;', '&');
}
