import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { TICKET_SECONDS } from '../../../domain/access/newcomer.ts';
import { RESTORED_FORM_SECONDS } from '../../../domain/access/restored-form.ts';
import { SCAN_SECONDS } from '../../../domain/event/roll-call.ts';

type CookieName = 'session' | 'sign-in' | 'typed' | 'newcomer' | 'roll-call';
const FIFTEEN_MINUTES = 15 * 60;

/** Seconds after which the browser forgets a secret; a session's lasts as long as the browser is open. */
const MAX_AGE: Readonly<Record<CookieName, number | undefined>> = {
  session: undefined,
  'sign-in': FIFTEEN_MINUTES,
  typed: RESTORED_FORM_SECONDS,
  newcomer: TICKET_SECONDS,
  'roll-call': SCAN_SECONDS,
};

/** `__Host-`: the cookie is for this origin only, over TLS (or localhost). No script can read it. */
export function setSecretCookie(c: Context, name: CookieName, secret: string): void {
  const maxAge = MAX_AGE[name];
  setCookie(c, name, secret, {
    prefix: 'host',
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    ...(maxAge !== undefined && { maxAge }),
  });
}

export function readSecretCookie(c: Context, name: CookieName): string | undefined {
  const secret = getCookie(c, name, 'host');
  return secret && /^[\w-]{1,100}$/.test(secret) ? secret : undefined;
}

export function clearSecretCookie(c: Context, name: CookieName): void {
  deleteCookie(c, name, { prefix: 'host', path: '/', secure: true });
}
