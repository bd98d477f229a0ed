import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { DomainError } from '../../../../domain/errors.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { EMPTY_FORM, type FormState } from '../../shell/fields.tsx';
import {
  choiceOf,
  type FieldFault,
  parseValues,
  readForm,
  requiredEmail,
  requiredText,
} from '../../shell/form.ts';
import { answerError, answerPage } from '../../shell/page-answer.tsx';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { DoubtsPage, doubtField } from './doubts-page.tsx';

const PAGE_SIZE = 50;

const doubtForm = z.object({ id: requiredText(), act: choiceOf(['link', 'dismiss']) });
const linkForm = z.object({ email: requiredEmail });

/** `/dane/people/doubts`: people who signed in and do not match one record with certainty. */
export function doubtRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const keeps = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/people/doubts', ...keeps, (c) => answerDoubts(c, deps, EMPTY_FORM))
    .post('/dane/people/doubts', ...keeps, async (c) => {
      const values = await readForm(c);
      const form = parseValues(values, doubtForm);
      if (!form.ok) return answerError(c, deps, { kind: 'bad-request', status: 400 });
      const { id, act } = form.value;
      const field = doubtField(id);
      const refuse = (fault: FieldFault) => answerDoubts(c, deps, { values, faults: { [field]: fault } });
      const settle = async (personId?: Parameters<typeof services.settleDoubt>[0]['personId']) => {
        const actor = c.var.signedIn.actor.personId;
        await services.settleDoubt({ id, actor, ...(personId && { personId }) });
        return c.redirect('/dane/people/doubts?done=doubt-settled', 303);
      };
      if (act === 'dismiss') return settle();
      const sent = parseValues({ email: values[field] ?? [] }, linkForm);
      if (!sent.ok) return refuse(sent.faults['email'] ?? 'required');
      const [person] = await ports.store.readPeopleByEmail([sent.value.email]);
      if (!person) return refuse('unknown-person');
      try {
        return await settle(person.id);
      } catch (error) {
        // Another agent has settled it meanwhile: the list shows the remaining doubts.
        if (!(error instanceof DomainError) || error.code !== 'not-found') throw error;
        return answerDoubts(c, deps, EMPTY_FORM);
      }
    });
}

async function answerDoubts(c: Context<AppEnv>, deps: AppDeps, form: FormState) {
  const frame = workspaceFrame(c, deps, 'dane');
  const after = c.req.query('after');
  const found = await deps.ports.store.readSignInDoubts({ limit: PAGE_SIZE + 1, ...(after && { after }) });
  const doubts = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? doubts.at(-1)?.id : undefined;
  const view = {
    doubts,
    form,
    ...(last && {
      nextHref: `/dane/people/doubts?${new URLSearchParams({ after: last })}`,
    }),
  };
  const isRefused = Object.keys(form.faults).length > 0;
  return answerPage(c, frame, <DoubtsPage view={view} />, isRefused ? 400 : 200);
}
