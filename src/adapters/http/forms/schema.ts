import type { Context } from 'hono';
import { z } from 'zod';
import { EARLIEST_DAY } from '../../../domain/engagement/validate-dates.ts';
import { DomainError } from '../../../domain/errors.ts';
import { normalizeEmail } from '../../../domain/person/mail-address.ts';
import { containsNumen } from '../../../domain/person/numen.ts';
import type { DrawingErrorReason } from '../../../domain/settings/pack-error.ts';
import { composed, isWebLink } from '../../../domain/text/strings.ts';
import { type LocalDate, parseLocalDate } from '../../../domain/time/calendar.ts';
import { isTimeOfDay } from '../../../domain/time/paris-clock.ts';
import { parseUai, type Uai } from '../../../domain/uai.ts';
import { readSent } from './read-body.ts';

/** The reasons for refusing a field; `texts` has a sentence for each code. */
export type FieldError =
  | 'required'
  | 'invalid-date'
  | 'invalid-number'
  | 'invalid-choice'
  | 'nothing-chosen'
  | 'none-chosen'
  | 'not-ticked'
  | 'wrong-word'
  | 'out-of-range'
  | 'above-full-year'
  | 'unchanged'
  | 'too-early'
  | 'too-late'
  | 'before-criteria'
  | 'same-person'
  | 'own-profiles'
  | 'last-dane-agent'
  | 'invalid-url'
  | 'invalid-email'
  | 'invalid-uai'
  | 'too-long'
  | 'too-large'
  | 'invalid-time'
  | 'not-https'
  | 'numen'
  | 'colleague'
  | 'end-before-start'
  | 'unknown-establishment'
  | 'unknown-person'
  | 'no-such-school'
  | 'school-like-this'
  | 'several-schools'
  | 'several-people'
  | 'unknown-event'
  | 'taken'
  | 'no-engagement-then'
  | 'not-engaged-then'
  | 'link-or-file'
  | 'not-pdf'
  | 'pdf-too-large'
  | 'no-mission'
  | 'no-school'
  | 'not-around-event'
  | 'no-word'
  | 'all-decided'
  | 'under-decision'
  | DrawingErrorReason
  | ErrorWithLimit;

/** A fault with its limit: the most characters, or the first or last accepted day. */
export type ErrorWithLimit =
  | `longer-than:${number}`
  | `more-than:${number}`
  | `before:${string}`
  | `after:${string}`;

/** The fields as they were sent, to be shown again with their faults. A field that was sent several times has
 *  several values. */
export type FormValues = Readonly<Record<string, readonly string[]>>;
export type FieldErrors = Readonly<Record<string, FieldError>>;

export type ParsedForm<Value> =
  | { readonly ok: true; readonly value: Value; readonly values: FormValues }
  | { readonly ok: false; readonly faults: FieldErrors; readonly values: FormValues };

/** Parses a form with its schema. Keeps the first fault of each field, and everything that was sent. */
export async function parseForm<Value>(c: Context, schema: z.ZodType<Value>): Promise<ParsedForm<Value>> {
  return parseValues(await readForm(c), schema);
}

/** Reads the texts of a form, trimmed, in Unicode's composed form and without control characters; files are
 *  left out. A body that is not a form is a bad request. */
export async function readForm(c: Context): Promise<FormValues> {
  const values = new Map<string, string[]>();
  for (const [name, value] of await readSent(c)) {
    if (typeof value !== 'string') continue;
    const text = composed(value.replace(CONTROLS, '').trim());
    const texts = values.get(name);
    if (texts) texts.push(text);
    else values.set(name, [text]);
  }
  return Object.fromEntries(values);
}

export function parseValues<Value>(values: FormValues, schema: z.ZodType<Value>): ParsedForm<Value> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, value: parsed.data, values };
  const faults: Record<string, FieldError> = {};
  for (const { path, message } of parsed.error.issues) faults[String(path[0])] ??= message as FieldError;
  return { ok: false, faults, values };
}

/** Control characters, except tab and line breaks. PostgreSQL refuses a text with U+0000. */
const CONTROLS = /[^\P{Cc}\t\n\r]/gu;

const FAULTS: ReadonlySet<string> = new Set<FieldError>(['invalid-date', 'invalid-uai']);
/** The schema of a form without fields. */
export const noFields = z.object({});

const sent = z.array(z.string()).default([]);
const fault = (code: FieldError) => ({ message: code });

/** A required text without a NUMEN. */
export const requiredText = (maximum = 200) =>
  optionalText(maximum)
    .refine((text) => text !== undefined, fault('required'))
    .transform(String);

/** An optional text: an empty one is undefined. */
export const optionalText = (maximum = 200) =>
  sent
    .transform(([text = '']) => text || undefined)
    .refine((text) => (text ?? '').length <= maximum, fault(`longer-than:${maximum}`))
    .refine((text) => !containsNumen(text ?? ''), fault('numen'));

/** One value of a closed list. */
export const choiceOf = <Value extends string>(choices: readonly Value[]) =>
  sent
    .refine(([text]) => text !== undefined && text !== '', fault('nothing-chosen'))
    .refine(([text]) => text === undefined || choices.some((one) => one === text), fault('invalid-choice'))
    .transform(([text]) => text as Value);

/** One value of a closed list, or none. */
export const optionalChoiceOf = <Value extends string>(choices: readonly Value[]) =>
  sent
    .transform(([text]) => text || undefined)
    .refine(
      (text) => text === undefined || (choices as readonly string[]).includes(text),
      fault('invalid-choice'),
    )
    .transform((text) => text as Value | undefined);

/** Any number of values of a closed list, each once, in the order of the list. */
export const choicesOf = <Value extends string>(choices: readonly Value[]) =>
  sent
    .refine(
      (texts) => texts.every((text) => (choices as readonly string[]).includes(text)),
      fault('invalid-choice'),
    )
    .transform((texts) => choices.filter((choice) => texts.includes(choice)));

/** Any texts, up to a maximum number. */
export const manyOf = (maximum: number) => sent.refine((texts) => texts.length <= maximum, fault('too-long'));

/** A checkbox. */
export const ticked = sent.transform((texts) => texts.length > 0);

export const optionalDate = sent
  // A day in 1850 is valid, but too early for any use here, so it gets that fault.
  .refine(
    ([text = '']) => !/^1[0-8]\d\d-\d\d-\d\d$|^\d\d\/\d\d\/1[0-8]\d\d$/.test(text),
    fault(`before:${EARLIEST_DAY}`),
  )
  .transform(([text = ''], context): LocalDate | undefined =>
    text ? attempt(() => parseLocalDate(text), context) : undefined,
  );
export const requiredDate = optionalDate
  .refine((date) => date !== undefined, fault('required'))
  .transform((date) => date as LocalDate);

/** A required time of day, such as 08:30. */
export const requiredTime = requiredText(5).refine(isTimeOfDay, fault('invalid-time'));

export const requiredUai = requiredText(20).transform(
  (text, context): Uai => attempt(() => parseUai(text), context),
);

export const optionalUai = optionalText(20).transform((text, context): Uai | undefined =>
  text === undefined ? undefined : attempt(() => parseUai(text), context),
);

/** A required e-mail address, in the form in which addresses are compared. */
export const requiredEmail = requiredText(254)
  .transform((text) => normalizeEmail(text) ?? '')
  .refine((text) => z.email().safeParse(text).success, fault('invalid-email'));

/** More hours than any event lasts. */
const LARGEST_NUMBER = 10_000;

/** An optional number from 0 to 10,000, with a comma or a point. */
export const optionalNumber = optionalText(20).transform((text, context): number | undefined => {
  const value = Number((text ?? '').replace(',', '.'));
  if (value >= 0 && value <= LARGEST_NUMBER) return text === undefined ? undefined : value;
  context.addIssue({ code: 'custom', message: 'invalid-number' });
  return z.NEVER;
});

/** An optional web address. */
export const optionalUrl = optionalText(2000).refine(
  (text) => text === undefined || isWebLink(text),
  fault('invalid-url'),
);

function attempt<Value>(parse: () => Value, context: z.RefinementCtx): Value {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof DomainError) || !FAULTS.has(error.code)) throw error;
    context.addIssue({ code: 'custom', message: error.code });
    return z.NEVER;
  }
}
