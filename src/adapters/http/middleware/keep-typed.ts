import type { Context } from 'hono';
import type { PersonId } from '../../../domain/ids.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import type { FormValues } from '../shell/form.ts';
import { readForm } from '../shell/form.ts';
import { FORM_TYPES, mediaTypeOf } from '../shell/media-type.ts';
import { readDrawnFor } from '../shell/read-sent.ts';
import { TYPED_PATH } from '../shell/typed-back.ts';
import { setSecretCookie } from './secret-cookies.ts';

/** Larger bodies are not read for somebody who is not signed in: files are not kept, and no text of a form is
 *  that long. */
const LARGEST_BYTES = 256 * 1024;

/** The person for whom the page of this form was drawn; undefined where the body names nobody, is not a form
 *  or is long. */
export async function drawnFor(c: Context<AppEnv>): Promise<PersonId | undefined> {
  const isForm = Object.values<string>(FORM_TYPES).includes(mediaTypeOf(c));
  if (!isForm || Number(c.req.header('Content-Length') ?? 0) > LARGEST_BYTES) return undefined;
  // A body in chunks announces no length, and its bytes are counted.
  if ((await c.req.arrayBuffer()).byteLength > LARGEST_BYTES) return undefined;
  return (await readDrawnFor(c)) as PersonId | undefined;
}

/** Keeps the typed form for the person for whom it was drawn, and gives this browser the secret. Returns
 *  whether it is kept. The form comes from a page of ours: one from another site was refused before. */
export async function keepTyped(c: Context<AppEnv>, deps: AppDeps, personId: PersonId): Promise<boolean> {
  const fields: FormValues = await readForm(c);
  const { pathname, search } = new URL(c.req.url);
  const path = pathname + search;
  const secret = await deps.services.keepTypedForm({ personId, path, back: pageOf(c) ?? '', fields });
  if (secret === undefined) return false;
  setSecretCookie(c, 'typed', secret);
  return true;
}

/** Address of the sign-in that leads back to the form. */
export const SIGN_IN_TO_TYPED = `/sign-in?${new URLSearchParams({ to: TYPED_PATH })}`;

/** The page of ours that sent the request. */
function pageOf(c: Context<AppEnv>): string | undefined {
  const from = c.req.header('Referer') ?? '';
  if (!URL.canParse(from)) return undefined;
  const { host, pathname, search } = new URL(from);
  return host === new URL(c.req.url).host ? pathname + search : undefined;
}
