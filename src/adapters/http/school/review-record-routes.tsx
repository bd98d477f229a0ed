import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { SchoolInYear } from '../../../application/school/read-school.ts';
import { FAMILY_CODES, type FamilyCode } from '../../../domain/engagement/mission.ts';
import type { WrittenReview } from '../../../domain/engagement/planned-review.ts';
import type { ReviewNotes } from '../../../domain/engagement/review-notes.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { EMPTY_FORM, type FormState } from '../shell/fields.tsx';
import { type FormValues, optionalDate, optionalText, parseForm, requiredDate } from '../shell/form.ts';
import { answerError, answerPage } from '../shell/page-answer.tsx';
import { workspaceFrame } from '../shell/workspace-frame.ts';
import { readMember, refusalOf, reviewCommandOf } from './review-context.ts';
import { NOTE_LENGTH, RecordReviewPage } from './review-forms.tsx';
import { placeOf, requiredUaiOf, schoolGuards, wordingOf } from './school-context.ts';

const note = optionalText(NOTE_LENGTH).transform((text) => text ?? '');
const recordForm = z.object({
  on: requiredDate,
  original: optionalDate,
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
const removeForm = z.object({ on: requiredDate });

/** `/school/{uai}/reviews/{person}/record`: a review that was held, written down, changed and taken back. */
export function reviewRecordRoutes(deps: AppDeps) {
  const { services } = deps;
  const keep = schoolGuards(deps, 'keep-establishment');
  const done = (c: Context<AppEnv>, what: string) =>
    c.redirect(`/school/${requiredUaiOf(c)}/reviews?done=${what}`, 303);
  return new Hono<AppEnv>()
    .get('/school/:uai/reviews/:person/record', ...keep, (c) =>
      showRecord(c, deps, { original: c.req.query('on') }),
    )
    .post('/school/:uai/reviews/:person/record', ...keep, async (c) => {
      const form = await parseForm(c, recordForm);
      const original = form.values['original']?.[0];
      if (!form.ok) return showRecord(c, deps, { form, original });
      const { on, original: changed, ...notes } = toNotes(form.value);
      try {
        const command = { ...reviewCommandOf(c), on, notes };
        await services.recordReview({ ...command, ...(changed && { original: changed }) });
      } catch (error) {
        return showRefused(c, deps, { error, values: form.values, original });
      }
      return done(c, original ? 'review-changed' : 'review-recorded');
    })
    .post('/school/:uai/reviews/:person/record/remove', ...keep, async (c) => {
      const form = await parseForm(c, removeForm);
      if (!form.ok) return answerError(c, deps, { kind: 'bad-request', status: 400 });
      await services.removeReview({ ...reviewCommandOf(c), on: form.value.on });
      return done(c, 'review-removed');
    });
}

interface Shown {
  readonly form?: FormState;
  /** The day of the record to change. */
  readonly original: string | undefined;
  readonly refusal?: string;
}

/** The form again, with why it was refused. Where a record of that day is there already, that one is opened, and what
 *  was just written stands behind what it says: neither text is lost. */
async function showRefused(
  c: Context<AppEnv>,
  deps: AppDeps,
  sent: { readonly error: unknown; readonly values: FormValues; readonly original: string | undefined },
) {
  const { error, values, original } = sent;
  const codes = ['review-not-held', 'review-outside-engagement', 'review-exists', 'review-imported'] as const;
  const refusal = refusalOf({ c, deps }, error, codes);
  const form = { values, faults: {} };
  const opens = error instanceof DomainError && error.code === 'review-exists' && !original;
  if (!opens) return showRecord(c, deps, { form, original, refusal });
  const { school, person } = await readMember(c, deps);
  const on = values['on']?.[0] ?? '';
  const day = toDay(on);
  const merged = mergeValues(toValues(textOf(school, person.id, day), day), values);
  return showRecord(c, deps, { form: { values: merged, faults: {} }, original: day, refusal });
}

async function showRecord(c: Context<AppEnv>, deps: AppDeps, { form, original, refusal }: Shown) {
  const { school, person } = await readMember(c, deps);
  const text = original ? textOf(school, person.id, original) : undefined;
  if (original && !isHeld(school, person.id, original)) throw new DomainError('not-found');
  const { framework, locale } = wordingOf(c, deps);
  const props = {
    school: placeOf(c, school),
    person,
    families: framework.families.map(({ code, label }) => ({ code, label: label[locale] })),
    form: form ?? (original ? { values: toValues(text, original), faults: {} } : EMPTY_FORM),
    ...(original && { original }),
    ...(text && { removes: text.reviewKnown ? ('text' as const) : ('review' as const) }),
    ...(refusal && { refusal }),
  };
  return answerPage(c, workspaceFrame(c, deps, 'school'), <RecordReviewPage {...props} />, form ? 400 : 200);
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

/** `28/02/2026`, as a browser without a date picker sends it, is 2026-02-28. */
function toDay(text: string): string {
  const parsed = requiredDate.safeParse([text]);
  return parsed.success ? parsed.data : text;
}

function toValues(text: WrittenReview | undefined, on: string): FormValues {
  const notes: Partial<ReviewNotes> = text?.notes ?? {};
  const { doneByFamily = {}, ...rest } = notes;
  const done = FAMILY_CODES.map((code) => [`done${code}`, [doneByFamily[code] ?? '']]);
  const others = Object.entries(rest).map(([name, value]) => [name, [value]]);
  return { on: [on], ...Object.fromEntries([...done, ...others]) };
}

/** What is on record, and below it what was just written where it says something else. */
function mergeValues(known: FormValues, sent: FormValues): FormValues {
  const merged = Object.entries(sent).map(([name, [text = '']]) => {
    const [former = ''] = known[name] ?? [];
    const both = former === '' || text === '' || former === text ? former || text : `${former}\n${text}`;
    return [name, [name === 'on' ? former || text : both]];
  });
  return { ...known, ...Object.fromEntries(merged) };
}

function toNotes(value: z.output<typeof recordForm>) {
  const { doneA, doneB, doneC, doneD, doneE, ...rest } = value;
  const done: Readonly<Record<FamilyCode, string>> = { A: doneA, B: doneB, C: doneC, D: doneD, E: doneE };
  const noted = FAMILY_CODES.filter((code) => done[code] !== '').map((code) => [code, done[code]]);
  const { on, original, ...notes } = rest;
  return { on, original, ...notes, doneByFamily: Object.fromEntries(noted) };
}
