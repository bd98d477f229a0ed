import { formsOf } from '../support/page-forms.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';
import { ACCESS } from './routes-table.ts';

/** A form of a page, as its visitor would send it. */
export interface CrawledForm {
  /** The route that takes it, as in the access table. */
  readonly route: string;
  readonly page: string;
  readonly action: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

const MOST_PAGES = 400;
/** Files and pictures have no forms, and a page of another language has the same ones. */
const NO_PAGE = /\.(?:pdf|csv|xlsx|png|svg|ics|json|vcf)\b|[?&]lang=/;

/** Follows the links of a visitor's pages whose address begins with `within`, and returns one form of each route and
 *  set of fields. */
export async function crawlForms(
  browser: SignedInBrowser,
  start: readonly string[],
  within: RegExp,
): Promise<readonly CrawledForm[]> {
  const waiting = [...start];
  const seen = new Set(waiting);
  const forms = new Map<string, CrawledForm>();
  for (let page = waiting.shift(); page !== undefined && seen.size < MOST_PAGES; page = waiting.shift()) {
    const answer = await browser.get(page);
    if (answer.status !== 200 || !answer.headers.get('Content-Type')?.startsWith('text/html')) continue;
    const html = await answer.text();
    for (const form of formsOn(html, page)) {
      const key = [form.route, ...Object.keys(form.fields).sort()].join(' ');
      if (!forms.has(key)) forms.set(key, form);
    }
    for (const link of linksOf(html)) {
      if (seen.has(link) || !within.test(link) || NO_PAGE.test(link)) continue;
      seen.add(link);
      waiting.push(link);
    }
  }
  return [...forms.values()];
}

function formsOn(html: string, page: string): readonly CrawledForm[] {
  return formsOf(html).flatMap(({ action: stated, filled, button }) => {
    const action = stated || page;
    const route = routeOf(action);
    const fields: Record<string, string[]> = {};
    for (const [name, value] of [...filled, ...(button ? [button] : [])]) {
      fields[name] = [...(fields[name] ?? []), value];
    }
    return route === undefined ? [] : [{ route, page, action, fields }];
  });
}

function linksOf(html: string): readonly string[] {
  return Array.from(html.matchAll(/<a [^>]*\bhref="(\/[^"#]*)/g), ([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
}

const POSTS = Object.keys(ACCESS)
  .filter((route) => route.startsWith('POST '))
  .map((route) => {
    const path = route.slice('POST '.length).replace(/:\w+(\{[^/]*\})?/g, '[^/]+');
    return { route, matches: new RegExp(`^${path}$`) };
  });

const parametersOf = (route: string) => route.split('/:').length;

/** The route of the access table that takes forms at this address, the one with the fewest parameters. */
function routeOf(action: string): string | undefined {
  const path = action.split(/[?#]/)[0] ?? '';
  return POSTS.filter(({ matches }) => matches.test(path))
    .map(({ route }) => route)
    .sort((one, other) => parametersOf(one) - parametersOf(other))[0];
}
