import type { Context } from 'hono';
import type { DomainError } from '../../../domain/errors.ts';
import type { AppEnv } from '../env.ts';
import { RETRY_AFTER_SECONDS, statusOf } from '../shell/problem.ts';
import { WORDS } from '../shell/words.ts';

/** A refusal as a plain text without a page's frame: drawing a page would help a flood of requests. */
export function briefRefusal(c: Context<AppEnv>, { code, params }: DomainError): Response {
  const { pages, errors } = WORDS[c.var.locale];
  const status = statusOf(code);
  const { title, next } = pages.errors.kinds[status === 429 ? 'too-many' : 'unavailable'];
  if (!c.res.headers.has('Retry-After')) c.header('Retry-After', RETRY_AFTER_SECONDS);
  c.header('Cache-Control', 'no-store');
  c.header('Content-Language', c.var.locale);
  const html = `<!doctype html><html lang="${c.var.locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${errors[code](params)}</p><p>${next}</p></html>`;
  return c.body(html, status, { 'Content-Type': 'text/html; charset=utf-8' });
}
