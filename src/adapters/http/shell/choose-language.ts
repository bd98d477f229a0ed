import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { AppEnv, Locale } from '../env.ts';
import { preferredLanguage } from './negotiate.ts';

const COOKIE = 'language';
const ONE_YEAR = 365 * 24 * 60 * 60;

/** How the addresses begin whose answers are for one reader: all that is behind the sign-in, and the way in. */
const PERSONAL = new Set([
  'dane',
  'headship',
  'messages',
  'my',
  'school',
  'sessions',
  'sheet',
  'sign-in',
  'sign-out',
  'sign-out-everywhere',
  'signed-out',
  'space',
]);

/** Whether the answer is for one reader: it may depend on their cookies. */
export function isPersonal(path: string): boolean {
  return PERSONAL.has(path.split('/')[1] ?? '');
}

/** The language of each answer: what `?lang=` asks for, else what it asked for last, else what the browser prefers. A
 *  public address knows nothing of what was asked last: its answer depends on the address and on `Accept…` headers
 *  alone, the cookie that it sets too. `hono/language` sets its cookie on every answer, whatever told it the language,
 *  and would make public answers depend on it. */
export const chooseLanguage: MiddlewareHandler<AppEnv> = async (c, next) => {
  const personal = isPersonal(c.req.path);
  const asked = toLocale(c.req.query('lang'));
  const chosen = asked ?? (personal ? toLocale(getCookie(c, COOKIE, 'host')) : undefined);
  c.set('locale', chosen ?? preferredLanguage(c.req.header('Accept-Language')));
  if (chosen) c.set('chosenLanguage', chosen);
  await next();
  if (personal) c.header('Vary', 'Cookie', { append: true });
  if (asked && isShown(c.res)) {
    const options = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;
    setCookie(c, COOKIE, asked, { ...options, maxAge: ONE_YEAR });
  }
};

function toLocale(text: string | undefined): Locale | undefined {
  return text === 'fr' || text === 'en' ? text : undefined;
}

/** A page, or the way to one; no picture and no file, which others show and keep. */
function isShown({ status, headers }: Response): boolean {
  return status === 303 || (headers.get('Content-Type') ?? '').startsWith('text/html');
}
