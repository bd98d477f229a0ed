import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../env.ts';
import { EMPTY_FORM, type FormState } from '../shell/fields.tsx';
import { optionalDate, parseForm, requiredDate } from '../shell/form.ts';
import { answerError, answerPage } from '../shell/page-answer.tsx';
import { workspaceFrame } from '../shell/workspace-frame.ts';
import { readMember, refusalOf, reviewCommandOf } from './review-context.ts';
import { PlanReviewPage } from './review-forms.tsx';
import { reviewRecordRoutes } from './review-record-routes.tsx';
import { ReviewsPage } from './reviews-page.tsx';
import { planOf, reviewLines, writtenViews } from './reviews-view.ts';
import { placeOf, requiredUaiOf, schoolGuards, wordingOf, yearOf } from './school-context.ts';

const planForm = z.object({ on: requiredDate, instead: optionalDate });
const cancelForm = z.object({ on: requiredDate });

/** `/school/{uai}/reviews`: the yearly progress review, planned and recorded. */
export function reviewRoutes(deps: AppDeps) {
  const { services } = deps;
  return new Hono<AppEnv>()
    .get('/school/:uai/reviews', ...schoolGuards(deps, 'read-establishment'), async (c) => {
      const school = await services.readSchool(requiredUaiOf(c), yearOf(c));
      const place = { ...placeOf(c, school), years: school.schoolYears, year: school.schoolYear };
      const wording = wordingOf(c, deps);
      const view = { lines: reviewLines(school, wording), written: writtenViews(school, wording) };
      return answerPage(c, workspaceFrame(c, deps, 'school'), <ReviewsPage school={place} {...view} />);
    })
    .route('/', planRoutes(deps))
    .route('/', reviewRecordRoutes(deps));
}

function planRoutes(deps: AppDeps) {
  const { services } = deps;
  const keep = schoolGuards(deps, 'keep-establishment');
  const done = (c: Context<AppEnv>, what: string) =>
    c.redirect(`/school/${requiredUaiOf(c)}/reviews?done=${what}`, 303);
  return new Hono<AppEnv>()
    .get('/school/:uai/reviews/:person/plan', ...keep, (c) => showPlan(c, deps))
    .post('/school/:uai/reviews/:person/plan', ...keep, async (c) => {
      const form = await parseForm(c, planForm);
      if (!form.ok) return showPlan(c, deps, { form });
      const { on, instead } = form.value;
      try {
        await services.planReview({ ...reviewCommandOf(c), on, ...(instead && { instead }) });
      } catch (error) {
        const refusal = refusalOf({ c, deps }, error, ['plan-out-of-range']);
        return showPlan(c, deps, { form: { values: form.values, faults: {} }, refusal });
      }
      return done(c, instead ? 'review-replanned' : 'review-planned');
    })
    .post('/school/:uai/reviews/:person/plan/cancel', ...keep, async (c) => {
      const form = await parseForm(c, cancelForm);
      if (!form.ok) return answerError(c, deps, { kind: 'bad-request', status: 400 });
      await services.cancelPlan({ ...reviewCommandOf(c), on: form.value.on });
      return done(c, 'review-plan-cancelled');
    });
}

async function showPlan(
  c: Context<AppEnv>,
  deps: AppDeps,
  sent?: { readonly form: FormState; readonly refusal?: string },
) {
  const { school, person } = await readMember(c, deps);
  const planned = planOf(school, person.id)?.on;
  const shown = planned ? { values: { on: [planned] }, faults: {} } : EMPTY_FORM;
  const props = {
    school: placeOf(c, school),
    person,
    form: sent?.form ?? shown,
    ...(planned && { planned }),
    ...(sent?.refusal && { refusal: sent.refusal }),
  };
  return answerPage(c, workspaceFrame(c, deps, 'school'), <PlanReviewPage {...props} />, sent ? 400 : 200);
}
