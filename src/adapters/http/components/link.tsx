import type { JSX } from 'hono/jsx/jsx-runtime';
import { type PageContext, usePageContext } from '../layout/page-context.ts';

/** A link that keeps the reader's language. A link to a public page needs it in its address. */
export function TextLink(props: JSX.IntrinsicElements['a'] & { readonly href: string }) {
  return <a {...props} href={inLanguage(usePageContext(), props.href)} />;
}

/** A public address of ours, in the language of the page. */
export function inLanguage(
  pageContext: Pick<PageContext, 'locale' | 'chosenLanguage'>,
  href: string,
): string {
  const lang = pageContext.chosenLanguage ?? (pageContext.locale === 'en' ? 'en' : undefined);
  if (lang === undefined || !href.startsWith('/') || /[?&]lang=/.test(href)) return href;
  const [path = '', fragment] = href.split('#');
  const query = `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
  return fragment === undefined ? query : `${query}#${fragment}`;
}
