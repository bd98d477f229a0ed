import type { Context, Handler } from 'hono';
import type { z } from 'zod';
import { DomainError, type DomainErrorCode } from '../../../domain/errors.ts';
import type { PageTexts } from '../../../texts/fr/pages.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { type FieldFaults, type FormValues, type ParsedForm, parseForm } from './form.ts';
import { answerError } from './page-answer.tsx';
import type { FormState } from './use-form.ts';
import { wordsOf } from './words.ts';

type Answer = Response | Promise<Response>;

/** A form that was sent and refused, as its page shows it again. */
export interface SentForm extends FormState {
  readonly code?: DomainErrorCode | undefined;
  readonly status: 200 | 400 | 409;
}

/** What keeps a form that was read from being done: faults of fields, or a sentence with the status of its page. */
export type Refused =
  | { readonly faults: FieldFaults }
  | { readonly refusal: string; readonly status: SentForm['status'] };

interface FormToTake<Value> {
  /** What it holds; or what reads it, where a schema alone cannot. */
  readonly schema: z.ZodType<Value> | ((c: Context<AppEnv>) => Promise<ParsedForm<Value>>);
  /** Answers the page of the form once more. Where it is absent the form has nothing that people fill in, and what is
   *  wrong with it is a bad request. */
  readonly show?: (c: Context<AppEnv>, sent: SentForm) => Answer;
  /** Does what the form says. Answers the address that it leads to; or another page, which asks to confirm it. */
  readonly act: (
    c: Context<AppEnv>,
    value: Value,
    values: FormValues,
  ) => Promise<string | Refused | Response>;
  /** Refusals of the domain that the page says itself: as faults of fields, in a sentence with this status, or, at 200,
   *  by what it shows of what became of it in the meantime. Any other goes its way. */
  readonly refusals?: Readonly<Partial<Record<DomainErrorCode, FieldFaults | SentForm['status']>>>;
}

/** Takes a form: it is read, refused with its page and all that was typed, or done and led away from. */
export function takeForm<Value>(
  deps: AppDeps,
  { schema, show, act, refusals = {} }: FormToTake<Value>,
): Handler<AppEnv> {
  const again = (c: Context<AppEnv>, sent: SentForm): Answer =>
    show?.(c, sent) ?? answerError(c, deps, { kind: 'bad-request', status: 400 });
  return async (c) => {
    const form = await (typeof schema === 'function' ? schema(c) : parseForm(c, schema));
    const { values } = form;
    if (!form.ok) return again(c, { values, faults: form.faults, status: 400 });
    try {
      const done = await act(c, form.value, values);
      if (done instanceof Response) return done;
      return typeof done === 'string' ? c.redirect(done, 303) : again(c, toSent(values, done));
    } catch (error) {
      const how = error instanceof DomainError ? refusals[error.code] : undefined;
      if (how === undefined || !(error instanceof DomainError)) throw error;
      if (typeof how === 'object') return again(c, toSent(values, { faults: how }));
      if (how === 200) return again(c, { values, faults: {}, status: how });
      const refusal = wordsOf(deps.ports, c.var.locale).errors[error.code](error.params);
      return again(c, { ...toSent(values, { refusal, status: how }), code: error.code });
    }
  };
}

function toSent(values: FormValues, refused: Refused): SentForm {
  return { values, faults: {}, status: 400, ...refused };
}

/** What a page may say was just done. */
export type Done = keyof PageTexts['account']['done'];

/** An address whose page says what was just done. */
export function afterDoing(done: Done, path: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}done=${done}`;
}
