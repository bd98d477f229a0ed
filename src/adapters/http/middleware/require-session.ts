import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { type Action, may, type Subject } from '../../../domain/access/may.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { readDrawnFor } from '../forms/read-body.ts';
import { canShowRestoredForm, pageOf, RESTORED_FORM_PATH } from '../forms/restored-input.ts';
import { type FormValues, readForm } from '../forms/schema.ts';
import { MOST_ANONYMOUS_BYTES } from '../limits/request-size.ts';
import { FORM_TYPES, mediaTypeOf } from '../responses/media-type.ts';
import { answerError } from '../responses/page.tsx';
import { findSession } from './authentication.ts';
import { takeOnce } from './second-click.ts';
import { setSecretCookie } from './session-cookies.ts';

/** Address of the sign-in that leads back to the form. */
const SIGN_IN_TO_RESTORED_FORM = `/sign-in?${new URLSearchParams({ to: RESTORED_FORM_PATH })}`;

/** The pages that show the work in progress. */
const SPACE = /^\/dane(\/|$)/;

/** Accepts signed-in people. Others are redirected to the sign-in, which leads back to the page. Where they
 *  sent a form, its fields are kept until then; a form that cannot be kept is answered with 401. A form whose
 *  page was drawn for someone else, who was signed in before, is not carried out. Browsers and proxies must
 *  not store the answers. */
export function requireSignedIn(deps: AppDeps) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const signedIn = await findSession(c, deps);
    c.header('Cache-Control', 'private, no-store');
    if (signedIn) {
      c.set('signedIn', signedIn);
      if (c.env?.typed && !canShowRestoredForm(c)) return c.redirect(c.env.typed.back, 303);
      const drawn = c.req.method === 'GET' ? undefined : await drawnFor(c);
      if (drawn !== undefined && drawn !== signedIn.actor.personId) {
        const saved = await saveUnsavedInput(c, deps, drawn);
        return answerError(c, deps, {
          kind: 'other-account',
          status: 409,
          ...(saved && { signInHref: SIGN_IN_TO_RESTORED_FORM }),
        });
      }
      await readWorkFor(c, deps);
      if (drawn === undefined) await next();
      else {
        const repeated = await takeOnce(c, deps, next);
        if (repeated) return repeated;
      }
      c.header('Cache-Control', 'private, no-store');
      return;
    }
    if (c.req.method !== 'GET') {
      const drawn = await drawnFor(c);
      return drawn !== undefined && (await saveUnsavedInput(c, deps, drawn))
        ? c.redirect(SIGN_IN_TO_RESTORED_FORM, 303)
        : answerError(c, deps, { kind: 'signed-out', status: 401 });
    }
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(`/sign-in?${new URLSearchParams({ to: pathname + search })}`, 303);
  });
}

/** Accepts people who may do this action on the subject; others get a refusal that reveals nothing.
 *  `subjectOf` returns undefined if the subject of the address does not exist. */
export function requireMay(
  deps: AppDeps,
  action: Action,
  subjectOf: (c: Context<AppEnv>) => Subject | undefined | Promise<Subject | undefined>,
) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const subject = await subjectOf(c);
    if (subject === undefined) return answerError(c, deps, { kind: 'not-found', status: 404 });
    if (!may(c.var.signedIn.actor, action, subject)) {
      return answerError(c, deps, { kind: 'not-allowed', status: 403 });
    }
    return next();
  });
}

/** The subject of actions that concern no particular person or school. */
export const theService = (): Subject => ({ kind: 'service' });

/** The signed-in person as the subject of their own pages. */
export const oneself = (c: Context<AppEnv>): Subject => ({
  kind: 'person',
  personId: c.var.signedIn.actor.personId,
});

/** Reads the work that the signed-in person began, for the pages of the DANE's space. Files, forms and other
 *  spaces do not show it. */
async function readWorkFor(c: Context<AppEnv>, { services }: AppDeps): Promise<void> {
  const { actor } = c.var.signedIn;
  const isPage =
    c.req.method === 'GET' && SPACE.test(c.req.path) && !/\.(csv|json|xlsx|pdf|svg)$/.test(c.req.path);
  if (!isPage || !actor.profiles.includes('dane')) return;
  c.set('work', await services.readOwnWork(actor.personId));
}

/** The person for whom the page of this form was drawn; undefined if the body names no one, is not a form
 *  or is long. */
async function drawnFor(c: Context<AppEnv>): Promise<PersonId | undefined> {
  const isForm = Object.values<string>(FORM_TYPES).includes(mediaTypeOf(c));
  if (!isForm || Number(c.req.header('Content-Length') ?? 0) > MOST_ANONYMOUS_BYTES) return undefined;
  // A body in chunks announces no length, and its bytes are counted.
  if ((await c.req.arrayBuffer()).byteLength > MOST_ANONYMOUS_BYTES) return undefined;
  return (await readDrawnFor(c)) as PersonId | undefined;
}

/** Keeps the typed form for the person for whom it was drawn, and gives this browser the secret. Returns
 *  whether it is kept. The form comes from a page of ours: one from another site was refused before. */
export async function saveUnsavedInput(
  c: Context<AppEnv>,
  deps: AppDeps,
  personId: PersonId,
): Promise<boolean> {
  const fields: FormValues = await readForm(c);
  const { pathname, search } = new URL(c.req.url);
  const path = pathname + search;
  const secret = await deps.services.saveRestoredForm({ personId, path, back: pageOf(c) ?? '', fields });
  if (secret === undefined) return false;
  setSecretCookie(c, 'typed', secret);
  return true;
}
