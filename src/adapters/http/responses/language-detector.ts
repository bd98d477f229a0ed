import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { AppEnv, Locale } from '../env.ts';
import { preferredLanguage } from './content-negotiation.ts';

const COOKIE = 'language';
const ONE_YEAR = 365 * 24 * 60 * 60;

/** First parts of the paths whose answers are for one reader: everything behind the sign-in, and the sign-in
 *  itself. */
const PERSONAL = new Set([
  'dane',
  'headship',
  'messages',
  'my',
  'procedure-sheets',
  'roll-call',
  'school',
  'sessions',
  'sign-in',
  'sign-out',
  'sign-out-everywhere',
  'signed-out',
  'space',
  'typed',
]);

/** Whether the answer is for one reader, and so may depend on their cookies. */
export function isPersonal(path: string): boolean {
  // The other addresses under `/oauth/` are for programs.
  return PERSONAL.has(path.split('/')[1] ?? '') || path === '/oauth/authorize';
}

/** The language of each answer: the one in `?lang=`, else the reader's last choice, else the browser's
 *  preference. A public address ignores the last choice: its answer, and the cookie that it sets, depend only
 *  on the address and the `Accept…` headers. `hono/language` cannot be used, because it sets its cookie on
 *  every answer, and would make public answers depend on it. */
export const chooseLanguage: MiddlewareHandler<AppEnv> = async (c, next) => {
  const personal = isPersonal(c.req.path);
  const requested = toLocale(c.req.query('lang'));
  const chosen = requested ?? (personal ? toLocale(getCookie(c, COOKIE, 'host')) : undefined);
  c.set('locale', chosen ?? preferredLanguage(c.req.header('Accept-Language')));
  if (chosen) c.set('chosenLanguage', chosen);
  await next();
  if (personal) c.header('Vary', 'Cookie', { append: true });
  if (requested && isShown(c.res)) {
    const options = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;
    setCookie(c, COOKIE, requested, { ...options, maxAge: ONE_YEAR });
  }
};

function toLocale(text: string | undefined): Locale | undefined {
  return text === 'fr' || text === 'en' ? text : undefined;
}

/** Whether the answer is a page or a redirection. Pictures and files are left out, because others show and
 *  cache them. */
function isShown({ status, headers }: Response): boolean {
  return status === 303 || (headers.get('Content-Type') ?? '').startsWith('text/html');
}
