/** Names of the files of a copy. A plain server ignores the query of an address, so each language needs its
 *  own address. */

/** The pages of a badge in one version have an address for each language in the service itself. */
const BADGE_VERSION = /^\/badges\/[\w-]+\/v\d+$/;
/** Files that exist in both languages. */
const IN_BOTH_LANGUAGES = /^\/404\.html$|\/preview\.png$|\.pdf$|^\/badges\/.*\/image\.svg$/;
const HAS_EXTENSION = /\.[a-z0-9]+$/;
/** No part of a name may lead outside the folder, or have a meaning for a shell or a file system. */
const SAFE_PATH = /^(\/(\.(well-known|htaccess|nojekyll)|[\w-][\w.-]*))+$/;

/** The address of the English form of a French address. */
export function englishPath(path: string): string {
  if (path === '/') return '/index.en.html';
  if (BADGE_VERSION.test(path)) return `${path}/en`;
  if (/\/v\d+\/en$/.test(path)) return path;
  if (IN_BOTH_LANGUAGES.test(path)) return path.replace(HAS_EXTENSION, '.en$&');
  return HAS_EXTENSION.test(path) ? path : `${path}.en.html`;
}

/** The file in which a plain server looks for the page of an address. */
export function pageFile(path: string): string {
  return path.endsWith('.html') ? path : `${path === '/' ? '' : path}/index.html`;
}

/** The name inside the folder. Throws where a part of it is not safe. */
export function safeName(file: string): string {
  if (!SAFE_PATH.test(file)) throw new Error(`No file can be named ${JSON.stringify(file)}`);
  return file.slice(1);
}

/** An attribute with one address, in the form in which pages are written. */
const ADDRESS = /\b(href|src|content)="([^"]*)"/g;

/** The page with all addresses of this service replaced by those of the copy. */
export function withCopiedAddresses(html: string, origin: string): string {
  return html.replaceAll(ADDRESS, (whole, name: string, value: string) => {
    const copied = copiedAddress(value, { origin, isText: name === 'content' });
    return copied === undefined ? whole : `${name}="${copied}"`;
  });
}

/** Undefined for an address of another site, and for an ordinary text. No path of ours contains a character
 *  that HTML would escape. */
function copiedAddress(
  value: string,
  { origin, isText }: { readonly origin: string; readonly isText: boolean },
): string | undefined {
  const isAbsolute = value === origin || value.startsWith(`${origin}/`);
  const isOurs = isAbsolute || (!isText && value.startsWith('/') && !value.startsWith('//'));
  if (!isOurs) return undefined;
  const { pathname, searchParams, hash } = new URL(value.replaceAll('&amp;', '&'), origin);
  const path = searchParams.get('lang') === 'en' ? englishPath(pathname) : pathname;
  return `${isAbsolute ? origin : ''}${path}${hash}`;
}
