import type { PageTexts } from '../../../texts/fr/pages.ts';

/** What every page is given beside its own view model. Plain data: no clock, no port, no sentence. */
export interface PageFrame {
  readonly locale: 'fr' | 'en';
  /** The language that was asked for by hand: links to public pages keep it. Absent: the language is the browser's, links
   *  say nothing of French and keep English. */
  readonly chosenLanguage?: 'fr' | 'en';
  /** The texts of that language. */
  readonly t: PageTexts;
  /** Addresses with a hash in their name. `icon`: an SVG shown by the browser beside the title. */
  readonly assets: { readonly css: string; readonly script?: string; readonly icon?: string };
  readonly issuer: {
    /** Short, shown at the head of every page. */
    readonly code: string;
    readonly name: string;
    readonly url: string;
    readonly logoUrl?: string;
  };
  /** This very page in each language: `languageLinks(path)`, or the two ids where both languages have one. */
  readonly languages: { readonly fr: string; readonly en: string };
  /** Absolute: `og:url` and the canonical link. */
  readonly canonicalUrl: string;
  /** False: `noindex` for search engines. */
  readonly indexed: boolean;
  /** The service is a demonstration: a banner says so on every page. */
  readonly demo: boolean;
  /** Whose page this is, where someone is signed in. */
  readonly account?: {
    readonly name: string;
    readonly spaces: readonly {
      readonly space: 'my' | 'school' | 'dane';
      readonly href: string;
      readonly current: boolean;
    }[];
    /** What was just done, said once. */
    readonly done?: string;
  };
  /** Preview image for shared links: absolute address of a PNG of 1200 × 630. */
  readonly card?: { readonly imageUrl: string; readonly imageAlt: string };
  /** schema.org, as a JSON-LD block. */
  readonly structuredData?: Readonly<Record<string, unknown>>;
  /** Other forms of the page: `application/ld+json`, `application/json+oembed`… */
  readonly alternates?: readonly { readonly type: string; readonly href: string; readonly title?: string }[];
}

/** The two addresses of a page whose language is chosen by `?lang=`; the rest of the query stays. */
export function languageLinks(
  path: string,
  query: Readonly<Record<string, string>> = {},
): PageFrame['languages'] {
  const link = (lang: string) => `${path}?${new URLSearchParams({ ...query, lang })}`;
  return { fr: link('fr'), en: link('en') };
}
