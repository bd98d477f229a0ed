import type { Context } from 'hono';
import type { AppDeps, AppEnv, Arrival } from '../env.ts';
import type { SentForm } from './context.ts';
import { pageOf, RESTORED_FORM_PATH } from './restored-input.ts';

/** The errors of a refused form, without its fields. */
interface SavedErrors extends Omit<SentForm, 'values'> {
  /** The conflict that the top of the page explains. */
  readonly conflict?: string | undefined;
}

/** Saves the refused form of a signed-in person and redirects their browser to the page that shows it again. Back
 *  then loads that page from the service, which checks the session: no browser stores what was typed. Undefined if
 *  the form is shown at once: to a program, to a visitor, and if it cannot be saved. */
export async function redirectToRefused(
  c: Context<AppEnv>,
  { services }: Pick<AppDeps, 'services'>,
  { values: fields, ...refused }: SentForm,
): Promise<Response | undefined> {
  // Only browsers send it, and only if a person opens a page.
  if (c.req.header('Sec-Fetch-Mode') !== 'navigate' || !c.get('signedIn')) return undefined;
  const { personId } = c.var.signedIn.actor;
  const { pathname, search } = new URL(c.req.url);
  const errors = JSON.stringify({ ...refused, conflict: c.get('refused') } satisfies SavedErrors);
  const form = { personId, path: pathname + search, back: pageOf(c) ?? '', fields, errors };
  const secret = await services.saveRestoredForm(form);
  return secret === undefined ? undefined : c.redirect(`${RESTORED_FORM_PATH}/${secret}`, 303);
}

/** The form of this request as it was typed, with its errors if it was refused. */
export function readRestored(
  c: Context<AppEnv>,
  { fields, errors }: NonNullable<Arrival['typed']>,
): SentForm {
  if (errors === undefined) return { values: fields, faults: {}, status: 200 };
  const { conflict, ...refused } = JSON.parse(errors) as SavedErrors;
  if (conflict !== undefined) c.set('refused', conflict);
  return { values: fields, ...refused };
}
