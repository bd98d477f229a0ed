import { z } from 'zod';
import type { SchoolInYear } from '../../../../application/school/read-year.ts';
import type { FamilyCode, MissionFramework } from '../../../../domain/engagement/mission.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import type { ReviewNotes } from '../../../../domain/review/notes.ts';
import type { WrittenReview } from '../../../../domain/review/planned.ts';
import type { AppDeps } from '../../env.ts';
import type { FormState, SentForm } from '../../forms/context.ts';
import { ActionButton, Form } from '../../forms/elements.tsx';
import { DateField, ErrorSummary, Rejection, TextArea } from '../../forms/inputs.tsx';
import {
  type FormValues,
  optionalDate,
  optionalText,
  parseValues,
  readForm,
  requiredDate,
} from '../../forms/schema.ts';
import { afterDoing, formOver } from '../../forms/submission.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { placeOf } from '../context.ts';
import { SchoolLayout } from '../layout.tsx';
import { commandOf, readMember, reviewsOf } from './plan.tsx';

const NOTE_LENGTH = 4000;
const note = optionalText(NOTE_LENGTH).transform((text) => text ?? '');
const recordForm = z.object({
  on: requiredDate,
  original: optionalDate,
  worked: note,
  difficulties: note,
  presentSplit: note,
  trainingsWished: note,
  decisions: note,
});
const removeForm = z.object({ on: requiredDate });

const PATH = '/school/:uai/reviews/:person/record';

/** `/school/{uai}/reviews/{person}/record`: writes, changes and deletes the record of the discussion between
 *  principal and teacher. */
export const reviewRecordPages = (deps: AppDeps) =>
  definePages(deps, 'school')
    .page(PATH, 'keep-establishment', renderRecord)
    .form(PATH, 'keep-establishment', {
      page: renderRecord,
      schema: async ({ c, wording }) => parseRecord(await readForm(c), wording.framework),
      act: async (request, { on, original, ...notes }) => {
        const command = { ...commandOf(request), on, notes, ...(original && { original }) };
        await request.services.recordReview(command);
        return afterDoing(original ? 'review-changed' : 'review-recorded', reviewsOf(request));
      },
      refusals: {
        'review-not-held': 400,
        'review-outside-engagement': 400,
        'review-exists': 400,
        'review-imported': 400,
      },
    })
    .form(`${PATH}/remove`, 'keep-establishment', {
      schema: removeForm,
      act: async (request, { on }) => {
        await request.services.removeReview({ ...commandOf(request), on });
      },
      done: 'review-removed',
      back: reviewsOf,
    });

/** A refused form is shown again. Where a record of the new day exists, it is opened, with the new text
 *  appended to the stored one: neither text is lost. */
function reopened({ school, personId, sent }: { school: SchoolInYear; personId: PersonId; sent: SentForm }) {
  const { values } = sent;
  const original = values['original']?.[0];
  if (sent.code !== 'review-exists' || original) return { sent, original };
  const day = toDay(values['on']?.[0] ?? '');
  const merged = mergeValues(toValues(textOf(school, personId, day), day), values);
  return { sent: { ...sent, values: merged }, original: day };
}

async function renderRecord(request: PageRequest) {
  const { school, person, name } = await readMember(request);
  const { sent, original } = request.sent
    ? reopened({ school, personId: person.id, sent: request.sent })
    : { sent: undefined, original: request.c.req.query('on') };
  const text = original ? textOf(school, person.id, original) : undefined;
  if (original && !isHeld(school, person.id, original)) throw new DomainError('not-found');
  const first = original ? undefined : { on: [school.today] };
  const form = formOver(original ? toValues(text, original) : {}, sent, first);
  const fields = fieldsOf(request);
  const others = Object.keys(fields).filter((field) => !FIRST_NOTES.includes(field));
  const t = request.t.school.reviews;
  const path = `${reviewsOf(request)}/${person.id}/record`;
  // Where a file brought the review, only its text can be deleted.
  const removesText = text?.reviewKnown === true;
  return (
    <SchoolLayout
      school={placeOf(request.c, school)}
      page="reviews"
      title={original ? t.changeTitle(name, request.t.day(original)) : t.recordTitle(name)}
      description={t.lede}
    >
      <Rejection form={form} />
      <ErrorSummary form={form} labels={{ on: t.form.on, ...fields }} />
      <Form
        action={path}
        form={form}
        hidden={{ original }}
        submit={original ? t.form.saveChange : t.form.save}
        aside={<p>{t.recordLede}</p>}
      >
        {original && (!text || removesText) ? (
          <FixedDay day={original} />
        ) : (
          <DateField name="on" label={t.form.on} help={t.form.onHelp} />
        )}
        {notesOf(fields, FIRST_NOTES)}
        <details class="folded" open={isFilled(form, others)}>
          <summary>{t.form.others}</summary>
          {notesOf(fields, others)}
        </details>
      </Form>
      {original && text && (
        <details class="no-print">
          <summary>{t.removeTitle}</summary>
          <p>{removesText ? t.removesText : t.removesReview}</p>
          <ActionButton action={`${path}/remove`} hidden={{ on: original }} class="secondary">
            {t.remove}
          </ActionButton>
        </details>
      )}
    </SchoolLayout>
  );
}

/** The texts with which the form begins: what was done well, what to improve, what is decided. */
const FIRST_NOTES: readonly string[] = ['worked', 'difficulties', 'decisions'];

function notesOf(fields: Readonly<Record<string, string>>, names: readonly string[]) {
  return names.map((name) => (
    <TextArea name={name} label={fields[name]} rows={3} maxlength={NOTE_LENGTH} optional />
  ));
}

/** Whether one of these fields has a text or a fault, which a fold must not hide. */
function isFilled({ values, faults }: FormState, names: readonly string[]): boolean {
  return names.some((name) => values[name]?.[0] || faults[name]);
}

/** The labels of the texts by field, in the order of the form. */
function fieldsOf({ t, wording: { framework, locale } }: PageRequest): Readonly<Record<string, string>> {
  const { form } = t.school.reviews;
  const { worked, difficulties, presentSplit, trainingsWished, decisions } = form;
  const done = framework.families.map(({ code, label }) => [fieldOf(code), form.done(label[locale])]);
  return { worked, difficulties, decisions, ...Object.fromEntries(done), presentSplit, trainingsWished };
}

/** The day of a review that a file brought: only a file can change it. */
function FixedDay({ day }: { day: string }) {
  const pageContext = usePageContext();
  const t = pageContext.t.school.reviews;
  return (
    <p>
      <input type="hidden" name="on" value={day} />
      {t.fixedDay(pageContext.t.day(day))}
    </p>
  );
}

function textOf({ written }: SchoolInYear, personId: PersonId, on: string): WrittenReview | undefined {
  return written.find((one) => one.personId === personId && one.on === on);
}

function isHeld({ records, establishment }: SchoolInYear, personId: PersonId, on: string): boolean {
  const record = records.find((one) => one.personId === personId);
  return (record?.reviews ?? []).some(
    (one) => one.on === on && one.uai === establishment.uai && one.kind === 'review',
  );
}

/** `28/02/2026`, which a browser without a date picker sends, gives 2026-02-28. */
function toDay(text: string): string {
  const parsed = requiredDate.safeParse([text]);
  return parsed.success ? parsed.data : text;
}

function toValues(text: WrittenReview | undefined, on: string): FormValues {
  const notes: Partial<ReviewNotes> = text?.notes ?? {};
  const { doneByFamily = {}, ...rest } = notes;
  const done = Object.entries(doneByFamily).map(([code, text]) => [fieldOf(code), [text]]);
  const others = Object.entries(rest).map(([name, value]) => [name, [value]]);
  return { on: [on], ...Object.fromEntries([...done, ...others]) };
}

/** The stored values, each followed by the sent one where it differs. */
function mergeValues(known: FormValues, sent: FormValues): FormValues {
  const merged = Object.entries(sent).map(([name, [text = '']]) => {
    const [former = ''] = known[name] ?? [];
    const both = former === '' || text === '' || former === text ? former || text : `${former}\n${text}`;
    return [name, [name === 'on' ? former || text : both]];
  });
  return { ...known, ...Object.fromEntries(merged) };
}

/** The form, which has one text for each family of the framework. */
function parseRecord(values: FormValues, { families }: MissionFramework) {
  const shape = Object.fromEntries(families.map(({ code }) => [fieldOf(code), note]));
  const [parsed, done] = [parseValues(values, recordForm), parseValues(values, z.object(shape))];
  if (!parsed.ok) return { ...parsed, faults: { ...(done.ok ? {} : done.faults), ...parsed.faults } };
  if (!done.ok) return done;
  const noted = families.flatMap(({ code }) => {
    const text = done.value[fieldOf(code)];
    return text ? [[code, text] as const] : [];
  });
  return { ...parsed, value: { ...parsed.value, doneByFamily: Object.fromEntries(noted) } };
}

const fieldOf = (code: FamilyCode) => `done${code}`;
