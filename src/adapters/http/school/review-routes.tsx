import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { FAMILY_CODES, type FamilyCode } from '../../../domain/engagement/mission.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { typographic } from '../../../texts/typographic.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { optionalText, parseForm, requiredDate } from '../form.ts';
import { answerPage } from '../page-answer.tsx';
import { EMPTY_FORM, type FormState } from '../pages/fields.tsx';
import { WORDS } from '../present/words.ts';
import { workspaceFrame } from '../workspace-frame.ts';
import { NOTE_LENGTH, PlanReviewPage, RecordReviewPage } from './review-forms.tsx';
import { ReviewsPage } from './reviews-page.tsx';
import { reviewLines, writtenViews } from './reviews-view.ts';
import { placeOf, requiredUaiOf, schoolGuards, wordingOf, yearOf } from './school-context.ts';
import { nameOf } from './segment-view.ts';

const note = optionalText(NOTE_LENGTH).transform((text) => text ?? '');
const planForm = z.object({ on: requiredDate });
const recordForm = z.object({
  on: requiredDate,
  doneA: note,
  doneB: note,
  doneC: note,
  doneD: note,
  doneE: note,
  worked: note,
  difficulties: note,
  presentSplit: note,
  trainingsWished: note,
  decisions: note,
});

/** `/school/{uai}/reviews`: the yearly progress review, planned and recorded. */
export function reviewRoutes(deps: AppDeps) {
  const { services } = deps;
  const keep = schoolGuards(deps, 'keep-establishment');
  const forms = makeReviewForms(deps);
  const commandOf = (c: Context<AppEnv>) => ({
    uai: requiredUaiOf(c),
    personId: c.req.param('person') as PersonId,
    by: c.var.signedIn.actor.personId,
  });
  return new Hono<AppEnv>()
    .get('/school/:uai/reviews', ...schoolGuards(deps, 'read-establishment'), async (c) => {
      const school = await services.readSchool(requiredUaiOf(c), yearOf(c));
      const place = { ...placeOf(c, school), years: school.schoolYears, year: school.schoolYear };
      const wording = wordingOf(c, deps);
      const view = { lines: reviewLines(school, wording), written: writtenViews(school, wording) };
      return answerPage(
        c,
        <ReviewsPage frame={workspaceFrame(c, deps, 'school')} school={place} {...view} />,
      );
    })
    .get('/school/:uai/reviews/:person/plan', ...keep, (c) => forms.plan(c, EMPTY_FORM))
    .post('/school/:uai/reviews/:person/plan', ...keep, async (c) => {
      const form = await parseForm(c, planForm);
      if (!form.ok) return forms.plan(c, form);
      await services.planReview({ ...commandOf(c), on: form.value.on });
      return c.redirect(`/school/${requiredUaiOf(c)}/reviews?done=saved`, 303);
    })
    .get('/school/:uai/reviews/:person/record', ...keep, (c) => forms.record(c, EMPTY_FORM))
    .post('/school/:uai/reviews/:person/record', ...keep, async (c) => {
      const form = await parseForm(c, recordForm);
      if (!form.ok) return forms.record(c, form);
      const { on, ...notes } = toNotes(form.value);
      try {
        await services.recordReview({ ...commandOf(c), on, notes });
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'review-not-held') throw error;
        const refusal = WORDS[c.var.locale].errors[error.code](error.params);
        return forms.record(c, { values: form.values, faults: {} }, refusal);
      }
      return c.redirect(`/school/${requiredUaiOf(c)}/reviews?done=review-recorded`, 303);
    });
}

function makeReviewForms(deps: AppDeps) {
  const propsOf = async (c: Context<AppEnv>, form: FormState) => {
    const school = await deps.services.readSchool(requiredUaiOf(c));
    const person = school.people.find(({ id }) => id === c.req.param('person'));
    if (!person) throw new DomainError('not-found');
    return {
      frame: workspaceFrame(c, deps, 'school'),
      school: placeOf(c, school),
      person: { id: person.id, name: nameOf(person) },
      form,
    };
  };
  const statusOf = ({ faults }: FormState) => (Object.keys(faults).length > 0 ? 400 : 200);
  return {
    plan: async (c: Context<AppEnv>, form: FormState) =>
      answerPage(c, <PlanReviewPage {...(await propsOf(c, form))} />, statusOf(form)),
    record: async (c: Context<AppEnv>, form: FormState, refusal?: string) => {
      const { framework, locale } = wordingOf(c, deps);
      const families = framework.families.map(({ code, label }) => ({
        code,
        label: typographic(label[locale]),
      }));
      const props = { ...(await propsOf(c, form)), families, ...(refusal && { refusal }) };
      return answerPage(c, <RecordReviewPage {...props} />, refusal ? 400 : statusOf(form));
    },
  };
}

function toNotes(value: z.output<typeof recordForm>) {
  const { doneA, doneB, doneC, doneD, doneE, ...rest } = value;
  const done: Readonly<Record<FamilyCode, string>> = { A: doneA, B: doneB, C: doneC, D: doneD, E: doneE };
  const noted = FAMILY_CODES.filter((code) => done[code] !== '').map((code) => [code, done[code]]);
  return { ...rest, doneByFamily: Object.fromEntries(noted) };
}
