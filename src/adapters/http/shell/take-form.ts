import type { Context, Handler } from 'hono';
import type { z } from 'zod';
import { DomainError, type DomainErrorCode } from '../../../domain/errors.ts';
import type { PageTexts } from '../../../texts/fr/pages.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import type { FormState } from './fields.tsx';
import { type FieldFaults, type FormValues, parseForm } from './form.ts';
import { answerError } from './page-answer.tsx';
import { wordsOf } from './words.ts';

type Answer = Response | Promise<Response>;

/** A form that was sent and refused, as its page shows it again. */
export interface SentForm extends FormState {
  readonly code?: DomainErrorCode | undefined;
  readonly status: 400 | 409;
}

/** Why a valid form was not carried out: faults of fields, or a sentence with the status of its page. */
export type Refused =
  | { readonly faults: FieldFaults }
  | { readonly refusal: string; readonly status: SentForm['status'] };

interface FormToTake<Shape extends z.ZodObject> {
  readonly schema: Shape;
  /** Answers the form's page again. Absent where the form has no visible fields; a fault is then a bad
   *  request. */
  readonly show?: (c: Context<AppEnv>, sent: SentForm) => Answer;
  /** Carries out the form. Returns the address to redirect to, or a refusal. */
  readonly act: (c: Context<AppEnv>, value: z.output<Shape>) => Promise<string | Refused>;
  /** Refusals of the domain that the page explains: as faults of fields, or as a sentence with this status.
   *  Any other one is thrown on. */
  readonly refusals?: Readonly<Partial<Record<DomainErrorCode, FieldFaults | SentForm['status']>>>;
}

/** Takes a sent form: it is parsed, then refused with its page and everything typed, or carried out and
 *  redirected. */
export function takeForm<Shape extends z.ZodObject>(
  deps: AppDeps,
  { schema, show, act, refusals = {} }: FormToTake<Shape>,
): Handler<AppEnv> {
  const again = (c: Context<AppEnv>, sent: SentForm): Answer =>
    show?.(c, sent) ?? answerError(c, deps, { kind: 'bad-request', status: 400 });
  return async (c) => {
    const form = await parseForm(c, schema);
    const { values } = form;
    if (!form.ok) return again(c, { values, faults: form.faults, status: 400 });
    try {
      const done = await act(c, form.value);
      return typeof done === 'string' ? c.redirect(done, 303) : again(c, toSent(values, done));
    } catch (error) {
      const how = error instanceof DomainError ? refusals[error.code] : undefined;
      if (how === undefined || !(error instanceof DomainError)) throw error;
      if (typeof how === 'object') return again(c, toSent(values, { faults: how }));
      const refusal = wordsOf(deps.ports, c.var.locale).errors[error.code](error.params);
      return again(c, { ...toSent(values, { refusal, status: how }), code: error.code });
    }
  };
}

function toSent(values: FormValues, refused: Refused): SentForm {
  return { values, faults: {}, status: 400, ...refused };
}

/** An address whose page says what was just done. */
export function afterDoing(done: keyof PageTexts['account']['done'], path: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}done=${done}`;
}
