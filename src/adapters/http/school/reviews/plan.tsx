import { z } from 'zod';
import type { SchoolInYear } from '../../../../application/school/read-year.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { type PersonId, parsePersonId } from '../../../../domain/ids.ts';
import { fullName } from '../../../../domain/person/name.ts';
import type { PlannedReview } from '../../../../domain/review/planned.ts';
import type { AppDeps } from '../../env.ts';
import { ActButton, Form } from '../../forms/elements.tsx';
import { DateField, FaultSummary, Refusal } from '../../forms/inputs.tsx';
import { optionalDate, requiredDate } from '../../forms/schema.ts';
import { afterDoing, formOver } from '../../forms/submission.ts';
import { pagesOf } from '../../routing/define-pages.tsx';
import type { Visit } from '../../routing/page-request.ts';
import { placeOf } from '../context.ts';
import { SchoolShell } from '../layout.tsx';

const planForm = z.object({ on: requiredDate, instead: optionalDate });
const cancelForm = z.object({ on: requiredDate });

const PATH = '/school/:uai/reviews/:person/plan';

/** `/school/{uai}/reviews/{person}/plan`: sets, changes or removes the day of the review. */
export const planPages = (deps: AppDeps) =>
  pagesOf(deps, 'school')
    .page(PATH, 'keep-establishment', drawPlan)
    .form(PATH, 'keep-establishment', {
      page: drawPlan,
      schema: planForm,
      act: async (visit, { on, instead }) => {
        await visit.services.planReview({ ...commandOf(visit), on, ...(instead && { instead }) });
        return afterDoing(instead ? 'review-replanned' : 'review-planned', reviewsOf(visit));
      },
      refusals: { 'plan-out-of-range': 400 },
    })
    .form(`${PATH}/cancel`, 'keep-establishment', {
      schema: cancelForm,
      act: async (visit, { on }) => {
        await visit.services.cancelPlan({ ...commandOf(visit), on });
      },
      done: 'review-plan-cancelled',
      back: reviewsOf,
    });

async function drawPlan(visit: Visit) {
  const { school, person, name } = await readMember(visit);
  const planned = planOf(school, person.id)?.on;
  const form = formOver(planned ? { on: [planned] } : {}, visit.sent);
  const t = visit.t.school.reviews;
  const path = `${reviewsOf(visit)}/${person.id}/plan`;
  return (
    <SchoolShell
      school={placeOf(visit.c, school)}
      page="reviews"
      title={t.planTitle(name)}
      description={t.lede}
    >
      <Refusal form={form} />
      <FaultSummary form={form} labels={{ on: t.form.plannedOn }} />
      {planned && <p>{t.plannedFor(visit.t.day(planned))}</p>}
      <Form
        action={path}
        form={form}
        hidden={{ instead: planned }}
        submit={planned ? t.form.changePlan : t.form.savePlan}
      >
        <DateField name="on" label={t.form.plannedOn} help={t.form.plannedHelp} />
      </Form>
      {planned && (
        <ActButton action={`${path}/cancel`} hidden={{ on: planned }} class="secondary">
          {t.form.cancelPlan}
        </ActButton>
      )}
    </SchoolShell>
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
export async function readMember({ services, uai, param }: Visit) {
  const school = await services.readSchool(uai);
  const person = school.people.find(({ id }) => id === param('person'));
  if (!person) throw new DomainError('not-found');
  return { school, person, name: fullName(person) };
}

/** The part of a review's command that the address and the session give: person, school and author. */
export function commandOf({ uai, param, me }: Visit) {
  return { uai, personId: parsePersonId(param('person')), by: me };
}

/** Address of the list, to which each act on a review leads back. */
export function reviewsOf({ uai }: Visit): string {
  return `/school/${uai}/reviews`;
}
