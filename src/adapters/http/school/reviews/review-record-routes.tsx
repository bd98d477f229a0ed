import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { SchoolInYear } from '../../../../application/school/read-school.ts';
import { FAMILY_CODES, type FamilyCode } from '../../../../domain/engagement/mission.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import type { WrittenReview } from '../../../../domain/review/planned-review.ts';
import type { ReviewNotes } from '../../../../domain/review/review-notes.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { type FormValues, optionalDate, optionalText, requiredDate } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, formOver, type SentForm, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { placeOf, schoolGuards, wordingOf } from '../school-context.ts';
import { readMember, reviewCommandOf, reviewsPath } from './review-context.ts';
import { NOTE_LENGTH, RecordReviewPage } from './review-forms.tsx';

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

/** `/school/{uai}/reviews/{person}/record`: writes, changes and deletes the record of a review. */
export function reviewRecordRoutes(deps: AppDeps) {
  const { services } = deps;
  const keep = schoolGuards(deps, 'keep-establishment');
  return new Hono<AppEnv>()
    .get('/school/:uai/reviews/:person/record', ...keep, (c) =>
      showRecord(c, deps, { original: c.req.query('on') }),
    )
    .post(
      '/school/:uai/reviews/:person/record',
      ...keep,
      takeForm(deps, {
        schema: recordForm,
        show: (c, sent) => showRefused(c, deps, sent),
        act: async (c, value) => {
          const { on, original, ...notes } = toNotes(value);
          await services.recordReview({ ...reviewCommandOf(c), on, notes, ...(original && { original }) });
          return afterDoing(original ? 'review-changed' : 'review-recorded', reviewsPath(c));
        },
        refusals: {
          'review-not-held': 400,
          'review-outside-engagement': 400,
          'review-exists': 400,
          'review-imported': 400,
        },
      }),
    )
    .post(
      '/school/:uai/reviews/:person/record/remove',
      ...keep,
      takeForm(deps, {
        schema: removeForm,
        act: async (c, { on }) => {
          await services.removeReview({ ...reviewCommandOf(c), on });
          return afterDoing('review-removed', reviewsPath(c));
        },
      }),
    );
}

interface Shown {
  readonly form?: SentForm;
  /** Day of the record to change. */
  readonly original: string | undefined;
}

/** Shows the refused form again, with the reason. Where a record of that day exists, it is opened, with the
 *  new text appended to the stored one: neither text is lost. */
async function showRefused(c: Context<AppEnv>, deps: AppDeps, sent: SentForm) {
  const { values } = sent;
  const original = values['original']?.[0];
  if (sent.code !== 'review-exists' || original) return showRecord(c, deps, { form: sent, original });
  const { school, person } = await readMember(c, deps);
  const day = toDay(values['on']?.[0] ?? '');
  const merged = mergeValues(toValues(textOf(school, person.id, day), day), values);
  return showRecord(c, deps, { form: { ...sent, values: merged }, original: day });
}

async function showRecord(c: Context<AppEnv>, deps: AppDeps, { form, original }: Shown) {
  const { school, person } = await readMember(c, deps);
  const text = original ? textOf(school, person.id, original) : undefined;
  if (original && !isHeld(school, person.id, original)) throw new DomainError('not-found');
  const { framework, locale } = wordingOf(c, deps);
  const props = {
    school: placeOf(c, school),
    person,
    families: framework.families.map(({ code, label }) => ({ code, label: label[locale] })),
    form: formOver(
      original ? toValues(text, original) : {},
      form,
      original ? undefined : { on: [school.today] },
    ),
    ...(original && { original }),
    ...(text && { removes: text.reviewKnown ? ('text' as const) : ('review' as const) }),
  };
  return answerPage(c, workspaceFrame(c, deps, 'school'), <RecordReviewPage {...props} />, form?.status);
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
  const done = FAMILY_CODES.map((code) => [`done${code}`, [doneByFamily[code] ?? '']]);
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

function toNotes(value: z.output<typeof recordForm>) {
  const { doneA, doneB, doneC, doneD, doneE, ...rest } = value;
  const done: Readonly<Record<FamilyCode, string>> = { A: doneA, B: doneB, C: doneC, D: doneD, E: doneE };
  const noted = FAMILY_CODES.filter((code) => done[code] !== '').map((code) => [code, done[code]]);
  const { on, original, ...notes } = rest;
  return { on, original, ...notes, doneByFamily: Object.fromEntries(noted) };
}
