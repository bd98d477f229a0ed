import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../../env.ts';
import { optionalDate, requiredDate } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, formOver, type SentForm, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { placeOf, requiredUaiOf, schoolGuards, wordingOf, yearOf } from '../school-context.ts';
import { readMember, reviewCommandOf, reviewsPath } from './review-context.ts';
import { PlanReviewPage } from './review-forms.tsx';
import { reviewRecordRoutes } from './review-record-routes.tsx';
import { ReviewsPage } from './reviews-page.tsx';
import { planOf, reviewLines, writtenViews } from './reviews-view.ts';

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
  const show = (c: Context<AppEnv>, sent?: SentForm) => showPlan(c, deps, sent);
  return new Hono<AppEnv>()
    .get('/school/:uai/reviews/:person/plan', ...keep, (c) => show(c))
    .post(
      '/school/:uai/reviews/:person/plan',
      ...keep,
      takeForm(deps, {
        schema: planForm,
        show,
        act: async (c, { on, instead }) => {
          await services.planReview({ ...reviewCommandOf(c), on, ...(instead && { instead }) });
          return afterDoing(instead ? 'review-replanned' : 'review-planned', reviewsPath(c));
        },
        refusals: { 'plan-out-of-range': 400 },
      }),
    )
    .post(
      '/school/:uai/reviews/:person/plan/cancel',
      ...keep,
      takeForm(deps, {
        schema: cancelForm,
        act: async (c, { on }) => {
          await services.cancelPlan({ ...reviewCommandOf(c), on });
          return afterDoing('review-plan-cancelled', reviewsPath(c));
        },
      }),
    );
}

async function showPlan(c: Context<AppEnv>, deps: AppDeps, sent?: SentForm) {
  const { school, person } = await readMember(c, deps);
  const planned = planOf(school, person.id)?.on;
  const props = {
    school: placeOf(c, school),
    person,
    form: formOver(planned ? { on: [planned] } : {}, sent),
    ...(planned && { planned }),
  };
  return answerPage(c, workspaceFrame(c, deps, 'school'), <PlanReviewPage {...props} />, sent?.status);
}
