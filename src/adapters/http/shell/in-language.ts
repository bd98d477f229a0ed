import type { PageFrame } from './page-frame.ts';

/** A public address of ours, in the language of the page. */
export function inLanguage(frame: Pick<PageFrame, 'locale' | 'chosenLanguage'>, href: string): string {
  const lang = frame.chosenLanguage ?? (frame.locale === 'en' ? 'en' : undefined);
  if (lang === undefined || !href.startsWith('/') || /[?&]lang=/.test(href)) return href;
  const [path = '', fragment] = href.split('#');
  const query = `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
  return fragment === undefined ? query : `${query}#${fragment}`;
}
