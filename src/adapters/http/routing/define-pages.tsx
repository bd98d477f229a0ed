import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { Child } from 'hono/jsx';
import type { z } from 'zod';
import type { Action, Subject } from '../../../domain/access/may.ts';
import { DomainError, type DomainErrorCode } from '../../../domain/errors.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import type { SentForm } from '../forms/context.ts';
import type { FieldErrors, FormValues, ParsedForm } from '../forms/schema.ts';
import { afterDoing, type Done, handleForm, type Refused } from '../forms/submission.ts';
import type { Space } from '../layout/account-context.ts';
import { requireStrongSignIn } from '../middleware/irreversible-actions.ts';
import { oneself, requireMay, requireSignedIn, theService } from '../middleware/require-session.ts';
import { type PageRequest, pageRequestOf, uaiOf } from './page-request.ts';

type SubjectOf = (request: PageRequest) => Subject | undefined | Promise<Subject | undefined>;

/** What a visitor must be allowed to do: an action on the subject of the space, or on another one. `of` returns
 *  undefined if the address names nothing; the answer is then 404. */
export type Right = Action | { readonly may: Action; readonly of: SubjectOf };

/** Draws a page, or answers otherwise. A refused form that stands on the page is `visit.form`. */
export type Render = (request: PageRequest) => Child | Response | Promise<Child | Response>;

export interface PageForm<Value> {
  /** The page that is drawn again where the form is refused. Absent if the form has no visible fields; a
   *  fault is then a bad request. */
  readonly page?: Render;
  /** The schema of the form (`noFields` where it has none), or a function that reads it. */
  readonly schema: z.ZodType<Value> | ((request: PageRequest) => Promise<ParsedForm<Value>>);
  /** Carries out the form. Returns the address to go to where it is not `back`, a refusal, or another page that
   *  asks for more first. */
  readonly act: (
    request: PageRequest,
    value: Value,
    values: FormValues,
  ) => Promise<void> | Promise<string | Refused | Response | undefined>;
  /** The act that the next page reports; absent if the act returns a whole address. */
  readonly done?: Done;
  /** The next page; by default the form's own address. */
  readonly back?: string | ((request: PageRequest) => string);
  /** See `handleForm`. */
  readonly refusals?: Readonly<Partial<Record<DomainErrorCode, FieldErrors | SentForm['status']>>>;
}

/** The pages and forms of a space. Each names its right: nothing is drawn or carried out for anybody else. */
export interface Pages {
  page(path: string, right: Right, render: Render): Pages;
  form<Value>(path: string, right: Right, form: PageForm<Value>): Pages;
  /** Pages that are declared elsewhere. */
  with(routes: Hono<AppEnv>): Pages;
  readonly routes: Hono<AppEnv>;
}

const SUBJECTS: Readonly<Record<Space, (c: Context<AppEnv>) => Subject | undefined>> = {
  dane: theService,
  my: oneself,
  school: (c) => {
    const uai = uaiOf(c);
    return uai && { kind: 'establishment', uai };
  },
};

/** Begins the pages of a space; without one, those of an account. Who is not signed in, or lacks the right, gets
 *  the answer of `requireSignedIn` and `requireMay`. */
export function definePages(deps: AppDeps, space?: Space): Pages {
  const routes = new Hono<AppEnv>();
  const request = (c: Context<AppEnv>, sent?: SentForm) => pageRequestOf(deps, { c, space, sent });
  const guards = (right: Right): readonly [MiddlewareHandler<AppEnv>, MiddlewareHandler<AppEnv>] => {
    const { may, of } =
      typeof right === 'object'
        ? right
        : { may: right, of: ({ c }: PageRequest) => SUBJECTS[space ?? 'my'](c) };
    return [requireSignedIn(deps), requireMay(deps, may, (c) => of(request(c)))];
  };
  const show = (render: Render) => async (c: Context<AppEnv>, sent?: SentForm) => {
    const one = request(c, sent);
    const drawn = await render(one);
    return drawn instanceof Response ? drawn : one.answer(drawn);
  };
  const pages: Pages = {
    routes,
    page(path, right, render) {
      routes.get(path, ...guards(right), (c) => show(render)(c));
      return pages;
    },
    form(path, right, form) {
      routes.post(path, ...guards(right), requireStrongSignIn(deps), take(form));
      return pages;
    },
    with(others) {
      routes.route('/', others);
      return pages;
    },
  };
  return pages;

  function take<Value>({ page, schema, act, done, back, refusals = {} }: PageForm<Value>) {
    const placeOf = (one: PageRequest) => (typeof back === 'function' ? back(one) : back);
    return handleForm<Value>(deps, {
      schema: typeof schema === 'function' ? (c) => schema(request(c)) : schema,
      ...(page && { show: show(page) }),
      refusals,
      act: async (c, value, values) => {
        const one = pageRequestOf(deps, { c, space, seen: values['seen']?.[0] || undefined });
        const place = placeOf(one);
        const next = await act(one, value, values).catch((error: unknown) => {
          // An earlier click of this form did it already.
          const isRepeated = !page && error instanceof DomainError && error.code === 'settled-meanwhile';
          if (!isRepeated || place === undefined) throw error;
          return { repeated: afterDoing('already-done', place) };
        });
        if (typeof next === 'object' && 'repeated' in next) return next.repeated;
        if (typeof next === 'object') return next;
        const path = next ?? place ?? c.req.path;
        return done ? afterDoing(done, path) : path;
      },
    });
  }
}
