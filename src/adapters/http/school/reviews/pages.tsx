import type { SchoolInYear } from '../../../../application/school/read-year.ts';
import { fullName } from '../../../../domain/person/name.ts';
import { isCountable } from '../../../../domain/records.ts';
import type { PlannedReview } from '../../../../domain/review/planned.ts';
import { type SchoolYear, schoolYearLabel, schoolYearOf } from '../../../../domain/time/school-year.ts';
import { renderReportsOfSchool } from '../../../../features/yearly-reports/school.tsx';
import { typographic } from '../../../../texts/grammar.ts';
import { CardTable } from '../../components/card-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import type { AppDeps } from '../../env.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import type { TextContext } from '../../view-models/text-context.ts';
import { placeOf, yearOf } from '../context.ts';
import { SchoolLayout, YearChoice } from '../layout.tsx';
import { planOf, planPages } from './plan.tsx';
import { reviewRecordPages } from './record-page.tsx';

/** `/school/{uai}/reviews`: the yearly progress review, planned and recorded. */
export const reviewPages = (deps: AppDeps) =>
  definePages(deps, 'school')
    .page('/school/:uai/reviews', 'read-establishment', renderReviews)
    .with(planPages(deps).routes)
    .with(reviewRecordPages(deps).routes);

/** The people with and without their progress review, and the written records. */
async function renderReviews(request: PageRequest) {
  const { c, services, uai, t: texts, wording } = request;
  const school = await services.readSchool(uai, yearOf(c));
  const place = placeOf(c, school);
  const lines = reviewRows(school, wording);
  const base = `/school/${uai}/reviews`;
  const t = texts.school.reviews;
  return (
    <SchoolLayout school={place} page="reviews" title={t.title} description={t.lede}>
      <p class="lede">{t.lede}</p>
      <YearChoice action={base} years={school.schoolYears} current={school.schoolYear} />
      {lines.length === 0 ? (
        <EmptyState>{t.empty}</EmptyState>
      ) : (
        <CardTable
          rows={lines}
          columns={[
            { heading: t.person, cell: (line) => line.name, names: true },
            { heading: t.planned, cell: (line) => line.planned ?? (line.held ? '–' : t.notPlanned) },
            { heading: t.held, cell: (line) => line.held ?? t.notHeld },
            place.mayKeep && {
              heading: t.act,
              cell: (line) => <ReviewActions base={`${base}/${line.personId}`} line={line} />,
            },
          ]}
        />
      )}
      <h2>{t.written}</h2>
      <p class="note">{t.writtenNote}</p>
      {school.written.length === 0 && <EmptyState>{t.noneWritten}</EmptyState>}
      {school.written.map((one) => renderWritten(one, { school, wording, mayKeep: place.mayKeep }))}
      {await renderReportsOfSchool(request, school)}
    </SchoolLayout>
  );
}

interface Around {
  readonly school: SchoolInYear;
  readonly wording: TextContext;
  readonly mayKeep: boolean;
}

/** One written record, with only the fields that were filled in. */
function renderWritten(
  { personId, on: heldOn, notes, writtenAt }: SchoolInYear['written'][number],
  { school, wording, mayKeep }: Around,
) {
  const person = school.people.find(({ id }) => id === personId);
  if (!person) return null;
  const name = fullName(person);
  const t = wording.t.school.reviews;
  const on = wording.t.day(heldOn);
  return (
    <details class="fold">
      <summary>
        <h3>
          {name}, {on}
        </h3>
        <span class="fold-note">{t.recordedOn(wording.t.day(writtenAt))}</span>
      </summary>
      <dl class="facts-list fold-body">
        {noteRows(notes, wording).map(({ label, text }) => (
          <>
            <dt>{label}</dt>
            <dd class="as-written">{text}</dd>
          </>
        ))}
      </dl>
      {mayKeep && (
        <p class="fold-body">
          <a
            href={`/school/${school.establishment.uai}/reviews/${personId}/record?on=${heldOn}`}
            aria-label={t.changeOf(name, on)}
          >
            {t.change}
          </a>
        </p>
      )}
    </details>
  );
}

function noteRows(notes: SchoolInYear['written'][number]['notes'], { t, framework, locale }: TextContext) {
  const { form } = t.school.reviews;
  const families = framework.families.map(({ code, label }) => ({
    label: form.done(typographic(label[locale])),
    text: notes.doneByFamily[code] ?? '',
  }));
  const rest = [
    { label: form.worked, text: notes.worked },
    { label: form.difficulties, text: notes.difficulties },
    { label: form.presentSplit, text: notes.presentSplit },
    { label: form.trainingsWished, text: notes.trainingsWished },
    { label: form.decisions, text: notes.decisions },
  ];
  return [...families, ...rest].filter(({ text }) => text !== '');
}

/** Links to plan or change the day, and to write or change a record. */
function ReviewActions({ base, line }: { base: string; line: ReviewRow }) {
  const t = usePageContext().t.school.reviews;
  const { name, planned, held, heldOn, written } = line;
  const links: readonly (readonly [path: string, words: string, of: string])[] = [
    planned
      ? ([`${base}/plan`, t.replan, t.replanOf(name)] as const)
      : ([`${base}/plan`, t.plan, t.planOf(name)] as const),
    ...(held
      ? [
          written
            ? ([`${base}/record?on=${heldOn}`, t.change, t.changeOf(name, held)] as const)
            : ([`${base}/record?on=${heldOn}`, t.write, t.writeOf(name, held)] as const),
        ]
      : []),
    [`${base}/record`, held ? t.recordAnother : t.record, held ? t.recordAnotherOf(name) : t.recordOf(name)],
  ];
  return (
    <div class="actions">
      {links.map(([path, texts, of]) => (
        <a href={path} aria-label={of}>
          {texts}
        </a>
      ))}
    </div>
  );
}

type ReviewRow = ReturnType<typeof reviewRows>[number];

/** The reviews of everyone with a confirmed engagement in the year. */
function reviewRows(school: SchoolInYear, { t }: TextContext) {
  const { establishment, schoolYear, people, records, written, engagements, split } = school;
  const engaged = people.filter(
    ({ id }) =>
      split.people.includes(id) &&
      engagements.some((one) => one.personId === id && isCountable(one.confirmation)),
  );
  return engaged.map((person) => {
    const record = records.find(({ personId }) => personId === person.id);
    const held = (record?.reviews ?? []).findLast(
      ({ on, uai, kind }) =>
        uai === establishment.uai && kind === 'review' && schoolYearOf(on) === schoolYear,
    );
    const plan = planOf(school, person.id);
    return {
      personId: person.id,
      name: fullName(person),
      /** Whether a text of that day is stored. */
      written: written.some(({ personId, on }) => personId === person.id && on === held?.on),
      /** The planned day in words, with its school year where it is the next one. */
      planned: plan && planAsText(plan, schoolYear, t),
      /** The held day in words; `heldOn` is the same day for the form. */
      held: held && t.day(held.on),
      heldOn: held?.on,
    };
  });
}

function planAsText(plan: PlannedReview, year: SchoolYear, t: TextContext['t']): string {
  const day = t.day(plan.on);
  return plan.schoolYear === year ? day : t.school.reviews.plannedIn(day, schoolYearLabel(plan.schoolYear));
}
