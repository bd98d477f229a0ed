import { z } from 'zod';
import type { SchoolInYear } from '../../../../application/school/read-year.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { type PersonId, parsePersonId } from '../../../../domain/ids.ts';
import { fullName } from '../../../../domain/person/name.ts';
import type { PlannedReview } from '../../../../domain/review/planned.ts';
import type { AppDeps } from '../../env.ts';
import { ActionButton, Form } from '../../forms/elements.tsx';
import { DateField, ErrorSummary, Rejection } from '../../forms/inputs.tsx';
import { optionalDate, requiredDate } from '../../forms/schema.ts';
import { afterDoing, formOver } from '../../forms/submission.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { placeOf } from '../context.ts';
import { SchoolLayout } from '../layout.tsx';

const planForm = z.object({ on: requiredDate, instead: optionalDate });
const cancelForm = z.object({ on: requiredDate });

const PATH = '/school/:uai/reviews/:person/plan';

/** `/school/{uai}/reviews/{person}/plan`: sets, changes or removes the day of the review. */
export const planPages = (deps: AppDeps) =>
  definePages(deps, 'school')
    .page(PATH, 'keep-establishment', renderPlan)
    .form(PATH, 'keep-establishment', {
      page: renderPlan,
      schema: planForm,
      act: async (request, { on, instead }) => {
        await request.services.planReview({ ...commandOf(request), on, ...(instead && { instead }) });
        return afterDoing(instead ? 'review-replanned' : 'review-planned', reviewsOf(request));
      },
      refusals: { 'plan-out-of-range': 400 },
    })
    .form(`${PATH}/cancel`, 'keep-establishment', {
      schema: cancelForm,
      act: async (request, { on }) => {
        await request.services.cancelPlan({ ...commandOf(request), on });
      },
      done: 'review-plan-cancelled',
      back: reviewsOf,
    });

async function renderPlan(request: PageRequest) {
  const { school, person, name } = await readMember(request);
  const planned = planOf(school, person.id)?.on;
  const form = formOver(planned ? { on: [planned] } : {}, request.sent);
  const t = request.t.school.reviews;
  const path = `${reviewsOf(request)}/${person.id}/plan`;
  return (
    <SchoolLayout
      school={placeOf(request.c, school)}
      page="reviews"
      title={t.planTitle(name)}
      description={t.lede}
    >
      <Rejection form={form} />
      <ErrorSummary form={form} labels={{ on: t.form.plannedOn }} />
      {planned && <p>{t.plannedFor(request.t.day(planned))}</p>}
      <Form
        action={path}
        form={form}
        hidden={{ instead: planned }}
        submit={planned ? t.form.changePlan : t.form.savePlan}
      >
        <DateField name="on" label={t.form.plannedOn} help={t.form.plannedHelp} />
      </Form>
      {planned && (
        <ActionButton action={`${path}/cancel`} hidden={{ on: planned }} class="secondary">
          {t.form.cancelPlan}
        </ActionButton>
      )}
    </SchoolLayout>
  );
}

/** The planned day of a person's review, in the selected year or, failing that, in the next one. */
export function planOf(
  { planned, plannedNext }: Pick<SchoolInYear, 'planned' | 'plannedNext'>,
  personId: PersonId,
): PlannedReview | undefined {
  const isTheirs = (one: PlannedReview) => one.personId === personId;
  return planned.find(isTheirs) ?? plannedNext.find(isTheirs);
}

/** The school and the person that the address names. Throws `not-found`. */
export async function readMember({ services, uai, param }: PageRequest) {
  const school = await services.readSchool(uai);
  const person = school.people.find(({ id }) => id === param('person'));
  if (!person) throw new DomainError('not-found');
  return { school, person, name: fullName(person) };
}

/** The part of a review's command that the address and the session give: person, school and author. */
export function commandOf({ uai, param, me }: PageRequest) {
  return { uai, personId: parsePersonId(param('person')), by: me };
}

/** Address of the list, to which each act on a review leads back. */
export function reviewsOf({ uai }: PageRequest): string {
  return `/school/${uai}/reviews`;
}
