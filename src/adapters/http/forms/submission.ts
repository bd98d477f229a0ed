import type { Context, Handler } from 'hono';
import type { z } from 'zod';
import { DomainError, type DomainErrorCode } from '../../../domain/errors.ts';
import type { PageTexts } from '../../../texts/fr/pages.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { answerError } from '../responses/page.tsx';
import { statusOf } from '../responses/problem-details.ts';
import { textsOf } from '../view-models/public-texts.ts';
import type { FormState, SentForm } from './context.ts';
import { readRestored, redirectToRefused } from './refused-input.ts';
import { readFormSecrets, showsRestoredForm } from './restored-input.ts';
import { type FieldErrors, type FormValues, type ParsedForm, parseForm } from './schema.ts';

type Answer = Response | Promise<Response>;

/** A form as its page shows it: empty at first, or as it was sent and refused. */
export type ShownForm = FormState & Partial<Pick<SentForm, 'status'>>;

/** The form of a record: filled with the recorded values, or with other first values, then as it was sent and
 *  refused. After a concurrent change, its fields show the recorded value next to the typed one. */
export function formOver(recorded: FormValues, sent?: ShownForm, first: FormValues = recorded): ShownForm {
  const form = sent ?? { values: first, faults: {} };
  return form.status === 409 ? { ...form, recorded } : form;
}

/** The reasons for not carrying out a valid form: faults of fields, or a sentence with the status of its
 *  page. */
export type Refused =
  | { readonly faults: FieldErrors; readonly choices?: FormState['choices'] }
  | { readonly refusal: string; readonly status: SentForm['status'] };

interface FormToTake<Value> {
  /** The schema of the form, or a function that reads it, where a schema alone cannot. */
  readonly schema: z.ZodType<Value> | ((c: Context<AppEnv>) => Promise<ParsedForm<Value>>);
  /** Answers the form's page again. Absent if the form has no visible fields; a fault is then a bad request. */
  readonly show?: (c: Context<AppEnv>, sent: SentForm) => Answer;
  /** Carries out the form. Returns the address to redirect to, a refusal, or another page that asks for more first. */
  readonly act: (
    c: Context<AppEnv>,
    value: Value,
    values: FormValues,
  ) => Promise<string | Refused | Response>;
  /** Refusals of the domain that the page explains: as faults of fields, as a sentence with this status, or,
   *  at 200, by showing the changed record. Any other conflict is explained above the page, and any other
   *  refusal is thrown again. */
  readonly refusals?: Readonly<Partial<Record<DomainErrorCode, FieldErrors | SentForm['status']>>>;
}

/** Takes a sent form. It is either refused, and its page shown again with everything typed, or carried out
 *  and redirected. */
export function handleForm<Value>(
  deps: AppDeps,
  { schema, show, act, refusals = {} }: FormToTake<Value>,
): Handler<AppEnv> {
  const again = async (c: Context<AppEnv>, sent: SentForm): Promise<Response> => {
    if (!show) return answerError(c, deps, { kind: 'bad-request', status: 400 });
    return (await redirectToRefused(c, deps, sent)) ?? show(c, sent);
  };
  return showsRestoredForm(async (c) => {
    const { typed } = c.env ?? {};
    if (typed) {
      const sent = readRestored(c, typed);
      const page = (await show?.(c, sent)) ?? c.redirect(typed.back, 303);
      return c.get('refused') === undefined ? page : inConflict(page);
    }
    const form = await (typeof schema === 'function' ? schema(c) : parseForm(c, schema));
    const { values } = form;
    if (!form.ok) return again(c, { values, faults: form.faults, status: 400 });
    try {
      const done = await act(c, form.value, values);
      if (done instanceof Response) return done;
      if (typeof done !== 'string') return again(c, toSent(values, done));
      await forgetRestoredForm(c, deps);
      c.set('carriedOut', done);
      return c.redirect(done, 303);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const how = refusals[error.code];
      const sentence = () => textsOf(deps.ports, c.var.locale).errors[error.code](error.params);
      if (how === undefined) {
        // The page reads the record again, and shows the typed values next to the recorded ones.
        if (!show || statusOf(error.code) !== 409) throw error;
        c.set('refused', sentence());
        c.set('refusal', error.code);
        return inConflict(await again(c, { values, faults: {}, status: 409 }));
      }
      if (typeof how === 'object') return again(c, toSent(values, { faults: how }));
      if (how === 200) return again(c, { values, faults: {}, status: how });
      return again(c, { ...toSent(values, { refusal: sentence(), status: how }), code: error.code });
    }
  });
}

/** The page with the status of a conflict, also where the page itself answers 200. A redirect stays one. */
function inConflict(page: Response): Response {
  return page.status === 409 || page.status === 303
    ? page
    : new Response(page.body, { status: 409, headers: page.headers });
}

/** Once the form has been taken, its saved copies are not given back. A newcomer, who has no session, has none. */
async function forgetRestoredForm(c: Context<AppEnv>, { services }: AppDeps): Promise<void> {
  const personId = c.get('signedIn')?.actor.personId;
  if (personId === undefined) return;
  const { pathname, search } = new URL(c.req.url);
  for (const secret of readFormSecrets(c))
    await services.dropRestoredForm(secret, { personId, path: pathname + search });
}

function toSent(values: FormValues, refused: Refused): SentForm {
  return { values, faults: {}, status: 400, ...refused };
}

/** The acts that a page can report as just done. */
export type Done = keyof PageTexts['account']['done'];

/** An address whose page reports the act as just done. A fragment stays last, where browsers look for it. */
export function afterDoing(done: Done, path: string): string {
  const [page = '', place] = path.split('#');
  const stated = `${page}${page.includes('?') ? '&' : '?'}done=${done}`;
  return place === undefined ? stated : `${stated}#${place}`;
}
