import type { PageFrame } from './page-frame.ts';

/** The address of a page's document. A plain server cannot choose by `Accept`, so a copy has the document in
 *  a file beside the page. */
export function documentHref({ copiedAt }: Pick<PageFrame, 'copiedAt'>, href: string): string {
  if (copiedAt === undefined) return href;
  const [path = ''] = href.split('?');
  return path.endsWith('.json') ? path : `${path}.json`;
}
