import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { findPerson, refuseNamed, typedIn } from '../../shell/find-named.ts';
import {
  choiceOf,
  type FormValues,
  type ParsedForm,
  parseValues,
  readForm,
  requiredText,
} from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type SentForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { DoubtsPage, doubtField } from './doubts-page.tsx';

const PAGE_SIZE = 50;

const doubtForm = z.object({ id: requiredText(), act: choiceOf(['link', 'dismiss']) });
const linkForm = z.object({ email: requiredText(254) });

/** `/dane/people/doubts`: people who signed in and do not match one record with certainty. */
export function doubtRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const keeps = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/people/doubts', ...keeps, (c) => answerDoubts(c, deps))
    .post(
      '/dane/people/doubts',
      ...keeps,
      takeForm(deps, {
        schema: async (c) => readSettling(await readForm(c)),
        show: (c, sent) => answerDoubts(c, deps, sent),
        act: async (c, { id, isLinked }, values) => {
          const typed = typedIn(values, doubtField(id));
          const { key: person, ...named } = isLinked ? await findPerson(ports.store, typed) : {};
          if (isLinked && !person) return refuseNamed(doubtField(id), named);
          const actor = c.var.signedIn.actor.personId;
          await services.settleDoubt({ id, actor, ...(person && { personId: person.id }) });
          return afterDoing('doubt-settled', '/dane/people/doubts');
        },
      }),
    );
}

interface Settling {
  readonly id: string;
  /** Whether the sign-in belongs to a person of the register. */
  readonly isLinked: boolean;
}

/** A page has several doubts, each with an address field of its own. */
function readSettling(values: FormValues): ParsedForm<Settling> {
  const form = parseValues(values, doubtForm);
  if (!form.ok) throw new HTTPException(400, { message: 'no doubt is named' });
  const { id, act } = form.value;
  if (act === 'dismiss') return { ok: true, values, value: { id, isLinked: false } };
  const field = doubtField(id);
  const sent = parseValues({ email: values[field] ?? [] }, linkForm);
  return sent.ok
    ? { ok: true, values, value: { id, isLinked: true } }
    : { ok: false, values, faults: { [field]: sent.faults['email'] ?? 'required' } };
}

async function answerDoubts(c: Context<AppEnv>, deps: AppDeps, sent?: SentForm) {
  const frame = workspaceFrame(c, deps, 'dane');
  const after = c.req.query('after');
  const found = await deps.ports.store.readSignInDoubts({ limit: PAGE_SIZE + 1, ...(after && { after }) });
  const doubts = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? doubts.at(-1)?.id : undefined;
  const view = {
    doubts,
    form: sent ?? EMPTY_FORM,
    ...(last && {
      nextHref: `/dane/people/doubts?${new URLSearchParams({ after: last })}`,
    }),
  };
  return answerPage(c, frame, <DoubtsPage view={view} />, sent?.status);
}
