import type { Context, Handler } from 'hono';
import type { z } from 'zod';
import { DomainError, type DomainErrorCode } from '../../../domain/errors.ts';
import type { PageTexts } from '../../../texts/fr/pages.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { readSecretCookie } from '../middleware/secret-cookies.ts';
import { type FieldFaults, type FormValues, type ParsedForm, parseForm } from './form.ts';
import { answerError } from './page-answer.tsx';
import { statusOf } from './problem.ts';
import { showsTyped } from './typed-back.ts';
import type { FormState } from './use-form.ts';
import { wordsOf } from './words.ts';

type Answer = Response | Promise<Response>;

/** A form that was sent and refused, as its page shows it again. */
export interface SentForm extends FormState {
  readonly code?: DomainErrorCode | undefined;
  readonly status: 200 | 400 | 403 | 409;
}

/** A form as its page shows it: at first, or sent and refused. */
export type ShownForm = FormState & Partial<Pick<SentForm, 'status'>>;

/** The form of what is recorded: filled with it at first, or with other first values, then as it was sent and refused.
 *  Where a change made meanwhile has refused it, its fields say beside what was typed what is recorded now. */
export function formOver(recorded: FormValues, sent?: ShownForm, first: FormValues = recorded): ShownForm {
  const form = sent ?? { values: first, faults: {} };
  return form.status === 409 ? { ...form, recorded } : form;
}

/** Why a valid form was not carried out: faults of fields, or a sentence with the status of its page. */
export type Refused =
  | { readonly faults: FieldFaults; readonly choices?: FormState['choices'] }
  | { readonly refusal: string; readonly status: SentForm['status'] };

interface FormToTake<Value> {
  /** What the form holds; or a function that reads it, where a schema alone cannot. */
  readonly schema: z.ZodType<Value> | ((c: Context<AppEnv>) => Promise<ParsedForm<Value>>);
  /** Answers the form's page again. Absent where the form has no visible fields; a fault is then a bad request. */
  readonly show?: (c: Context<AppEnv>, sent: SentForm) => Answer;
  /** Carries out the form. Returns the address to redirect to, a refusal, or another page that asks for more first. */
  readonly act: (
    c: Context<AppEnv>,
    value: Value,
    values: FormValues,
  ) => Promise<string | Refused | Response>;
  /** Refusals of the domain that the page explains: as faults of fields, as a sentence with this status, or, at 200, by
   *  showing what has changed in the meantime. Any other conflict is said above the page, and any other refusal is
   *  thrown on. */
  readonly refusals?: Readonly<Partial<Record<DomainErrorCode, FieldFaults | SentForm['status']>>>;
}

/** Takes a sent form: it is parsed, then refused with its page and everything typed, or carried out and redirected. */
export function takeForm<Value>(
  deps: AppDeps,
  { schema, show, act, refusals = {} }: FormToTake<Value>,
): Handler<AppEnv> {
  const again = (c: Context<AppEnv>, sent: SentForm): Answer =>
    show?.(c, sent) ?? answerError(c, deps, { kind: 'bad-request', status: 400 });
  return showsTyped(async (c) => {
    const { typed } = c.env ?? {};
    if (typed) {
      return show?.(c, { values: typed.fields, faults: {}, status: 200 }) ?? c.redirect(typed.back, 303);
    }
    const form = await (typeof schema === 'function' ? schema(c) : parseForm(c, schema));
    const { values } = form;
    if (!form.ok) return again(c, { values, faults: form.faults, status: 400 });
    try {
      const done = await act(c, form.value, values);
      if (done instanceof Response) return done;
      if (typeof done !== 'string') return again(c, toSent(values, done));
      await dropTyped(c, deps);
      return c.redirect(done, 303);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const how = refusals[error.code];
      const sentence = () => wordsOf(deps.ports, c.var.locale).errors[error.code](error.params);
      if (how === undefined) {
        // What was typed stays, beside what stands now: the page reads it again.
        if (!show || statusOf(error.code) !== 409) throw error;
        c.set('refused', sentence());
        c.set('refusal', error.code);
        return inConflict(await show(c, { values, faults: {}, status: 409 }));
      }
      if (typeof how === 'object') return again(c, toSent(values, { faults: how }));
      if (how === 200) return again(c, { values, faults: {}, status: how });
      return again(c, { ...toSent(values, { refusal: sentence(), status: how }), code: error.code });
    }
  });
}

/** The page with the status of a conflict, also where it knows no refusal of its own. */
function inConflict(page: Response): Response {
  return page.status === 409 ? page : new Response(page.body, { status: 409, headers: page.headers });
}

/** What was kept of this form is not given back once the form has been taken. */
async function dropTyped(c: Context<AppEnv>, { services }: AppDeps): Promise<void> {
  const secret = readSecretCookie(c, 'typed');
  if (secret === undefined) return;
  const { pathname, search } = new URL(c.req.url);
  await services.dropTypedForm(secret, pathname + search);
}

function toSent(values: FormValues, refused: Refused): SentForm {
  return { values, faults: {}, status: 400, ...refused };
}

/** What a page may say was just done. */
export type Done = keyof PageTexts['account']['done'];

/** An address whose page says what was just done. A place on the page stays last, where browsers look for it. */
export function afterDoing(done: Done, path: string): string {
  const [page = '', place] = path.split('#');
  const said = `${page}${page.includes('?') ? '&' : '?'}done=${done}`;
  return place === undefined ? said : `${said}#${place}`;
}
