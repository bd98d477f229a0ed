import type { IncomingMessage, ServerResponse } from 'node:http';
import { personaPageTexts as english } from '../../texts/en/public/persona-page.ts';
import { personaPageTexts as french } from '../../texts/fr/public/persona-page.ts';
import { OFFICE } from '../../texts/office.ts';
import type { LocalPersona } from './local-persona.ts';
import { PersonaPage, type PersonaPageContext, SignInFailedPage } from './persona-page.tsx';

interface PageOptions {
  readonly personas: readonly LocalPersona[];
  readonly path: string;
  readonly css: string;
}

const BODY_LIMIT_BYTES = 4096;

/** The page runs no script, loads nothing from elsewhere, stands in no frame and is not cached. */
export const PAGE_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** Answers the list of people. */
export function answerPersonas(
  response: ServerResponse,
  { request, options, uid }: { request: IncomingMessage; options: PageOptions; uid: string },
): void {
  const page = PersonaPage({
    frame: frameOf(request, options),
    personas: options.personas,
    action: `${options.path}/interaction/${uid}`,
  });
  response.writeHead(200, PAGE_HEADERS);
  response.end(toDocument(page));
}

/** The text of the page which says that the sign-in cannot go on. */
export function failedDocument(request: IncomingMessage, options: PageOptions): string {
  return toDocument(SignInFailedPage({ frame: frameOf(request, options), homeUrl: '/' }));
}

/** Answers with that page. */
export function answerFailed(
  response: ServerResponse,
  { request, options }: { request: IncomingMessage; options: PageOptions },
): void {
  response.writeHead(400, PAGE_HEADERS);
  response.end(failedDocument(request, options));
}

/** The subject chosen in the form; empty if none was chosen. */
export async function readChoice(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const bytes of request) {
    body += bytes;
    if (body.length > BODY_LIMIT_BYTES) return '';
  }
  return new URLSearchParams(body).get('subject') ?? '';
}

function frameOf(request: IncomingMessage, { css }: PageOptions): PersonaPageContext {
  const prefersEnglish = /^en\b/i.test(request.headers['accept-language'] ?? '');
  return prefersEnglish
    ? { css, locale: 'en', t: english(OFFICE) }
    : { css, locale: 'fr', t: french(OFFICE) };
}

function toDocument(page: { toString(): string }): string {
  return `<!doctype html>${page.toString()}`;
}
