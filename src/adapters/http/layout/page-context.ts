import { createContext, useContext } from 'hono/jsx';
import type { PageTexts } from '../../../texts/fr/pages.ts';
import type { AboutTexts } from '../view-models/about-service.ts';
import type { AssetAddresses } from './asset-urls.ts';

/** `renderDocument` provides it around each page. */
export const PageContextProvider = createContext<PageContext | undefined>(undefined);

/** The frame of the page that is being drawn. Only components may call it. */
export function usePageContext(): PageContext {
  const pageContext = useContext(PageContextProvider);
  if (!pageContext) throw new Error('No page is being drawn');
  return pageContext;
}

/** The address of a page's document. A plain server cannot choose by `Accept`, so a copy has the document in
 *  a file next to the page. */
export function documentHref({ copiedAt }: Pick<PageContext, 'copiedAt'>, href: string): string {
  if (copiedAt === undefined) return href;
  const [path = ''] = href.split('?');
  return path.endsWith('.json') ? path : `${path}.json`;
}

/** Data that every page gets besides its own view model. It is plain data: no clock, no port, no sentence. */
export interface PageContext {
  readonly locale: 'fr' | 'en';
  /** The language that the reader chose, which links to public pages keep. Absent if the language comes
   *  from the browser: links then name English, but not French. */
  readonly chosenLanguage?: 'fr' | 'en';
  /** The texts of that language. */
  readonly t: PageTexts;
  /** Addresses with a hash in their name. */
  readonly assets: AssetAddresses;
  readonly issuer: {
    /** The issuer's short name, at the top of every page. */
    readonly code: string;
    readonly name: string;
    readonly url: string;
    readonly logoUrl?: string;
    /** The académie of the office, in full. */
    readonly academy?: string;
  };
  /** What strangers are told of the mission and of the issuer. */
  readonly about: AboutTexts;
  /** The address of this page in each language: `languageLinks(path)`, or the two ids where both languages
   *  have their own. */
  readonly languages: { readonly fr: string; readonly en: string };
  /** Absolute address for `og:url` and the canonical link; absent if the page serves for many addresses. */
  readonly canonicalUrl?: string | undefined;
  /** False: `noindex` for search engines. */
  readonly indexed: boolean;
  /** Whether a banner says that the service is a demonstration. */
  readonly demo: boolean;
  /** Set in a copy that outlives the service: the instant at which it was made. No one signs in there, and
   *  nothing is sent. */
  readonly copiedAt?: string;
  /** The signed-in person of the page. */
  readonly account?: {
    readonly personId: string;
    /** The id of the page, by which a second click of one of its forms is recognised. */
    readonly page?: string | undefined;
    readonly name: string;
    readonly spaces: readonly {
      readonly space: 'my' | 'school' | 'dane';
      readonly href: string;
      readonly current: boolean;
    }[];
    /** Whether the ministry names schools that this person may declare to head. */
    readonly mayHead?: boolean;
    /** The sentence about the completed act, shown once. */
    readonly done?: string;
    /** The work that this person began, on the pages of the DANE's space. */
    readonly work?: readonly { readonly text: string; readonly href: string; readonly isOver: boolean }[];
    /** The reason why the sent form is not carried out. */
    readonly refused?: string;
  };
  /** Preview image for shared links: absolute address of a PNG of 1200 × 630. */
  readonly card?: { readonly imageUrl: string; readonly imageAlt: string };
  /** Data of schema.org, as a JSON-LD block. */
  readonly structuredData?: Readonly<Record<string, unknown>>;
  /** Other forms of the page: `application/ld+json`, `application/json+oembed`… */
  readonly alternates?: readonly { readonly type: string; readonly href: string; readonly title?: string }[];
}

/** The addresses of a page in both languages, chosen by `?lang=`; the rest of the query stays. */
export function languageLinks(
  path: string,
  query: Readonly<Record<string, string>> = {},
): PageContext['languages'] {
  const link = (lang: string) => `${path}?${new URLSearchParams({ ...query, lang })}`;
  return { fr: link('fr'), en: link('en') };
}
