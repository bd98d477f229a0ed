import type { Context } from 'hono';
import { z } from 'zod';
import type { HolderChoice, Recipient } from '../../../../domain/award/award-types.ts';
import type { SaidChoice } from '../../../../domain/holder/holder-acts.ts';
import type { AppEnv } from '../../env.ts';
import {
  choiceOf,
  type FormValues,
  optionalChoiceOf,
  type ParsedForm,
  parseValues,
} from '../../shell/form.ts';

/** Who sees the badge: nobody but its holder, whoever has its address, everybody. */
export const AUDIENCES = ['me', 'unlisted', 'public'] as const;
export const NAMES = ['none', 'initials', 'full'] as const;
/** The grammatical forms of a title beside its holder's full name. */
export const FORMS = ['feminine', 'masculine', 'inclusive'] as const;

const FIELDS = ['visibility', 'name', 'form', 'schools', 'email'] as const;
const yesOrNo = ['yes', 'no'] as const;
const ofSchool = z.object({
  visibility: choiceOf(AUDIENCES),
  /** Who saw it when the page was opened. */
  seenBy: optionalChoiceOf(AUDIENCES),
});
const ofPerson = ofSchool
  .extend({
    name: optionalChoiceOf(NAMES),
    form: optionalChoiceOf(FORMS),
    schools: optionalChoiceOf(yesOrNo),
    email: optionalChoiceOf(yesOrNo),
  })
  // A person says themselves what a page that others see says of their name.
  .refine(({ visibility, name }) => visibility === 'me' || name !== undefined, {
    path: ['name'],
    message: 'nothing-chosen',
  })
  .refine(({ name, form }) => name !== 'full' || form !== undefined, {
    path: ['form'],
    message: 'nothing-chosen',
  });

/** Parses the choice about one badge or several. A box that is not ticked is not sent, so it means no. */
export function parseChoice(values: FormValues, { kind }: Recipient): ParsedForm<SaidChoice> {
  if (kind === 'establishment') {
    const parsed = parseValues(values, ofSchool);
    return parsed.ok ? { ...parsed, value: audienceOf(parsed.value) } : parsed;
  }
  const parsed = parseValues(values, ofPerson);
  if (!parsed.ok) return parsed;
  const { name, form, schools, email } = parsed.value;
  const value = {
    ...audienceOf(parsed.value),
    ...(name && { name }),
    ...(form && { form }),
    showSchools: schools === 'yes',
    emailIdentifier: email === 'yes',
  };
  return { ...parsed, value };
}

/** A hidden badge is shown again only from a page that said it was hidden. A page opened before leaves it
 *  hidden. */
function audienceOf({ visibility, seenBy }: z.infer<typeof ofSchool>): SaidChoice {
  if (visibility === 'me') return { hidden: true };
  return { visibility, ...(seenBy === 'me' && { hidden: false }) };
}

/** A choice as the fields of its form. */
export function toValues(choice: HolderChoice): FormValues {
  return {
    visibility: [choice.hidden ? 'me' : choice.visibility],
    name: [choice.name],
    form: [choice.form],
    schools: choice.showSchools ? ['yes'] : [],
    email: choice.emailIdentifier ? ['yes'] : [],
  };
}

/** What stands ticked on new badges: the holder's last choice. The first time, whoever has the link sees them,
 *  and what is said of the holder's name is left to them. The identifier of the e-mail address is asked for anew each time. */
export function firstValues(last: HolderChoice | undefined): FormValues {
  return last ? { ...toValues(last), email: [] } : { visibility: ['unlisted'] };
}

/** The choice in the address of a preview, or of the way back from it. A form sends who sees the badge, and
 *  then a missing field was not ticked; a link may say one thing only. */
export function sentChoice(c: Context<AppEnv>): FormValues {
  const sent = FIELDS.flatMap((field): [string, string[]][] => {
    const value = c.req.query(field);
    return value === undefined ? [] : [[field, [value]]];
  });
  const unticked = c.req.query('visibility') === undefined ? {} : { schools: [], email: [] };
  return { ...unticked, ...Object.fromEntries(sent) };
}

/** The choice as the query of an address. */
export function toQuery(values: FormValues, badges: readonly string[] = []): string {
  const pairs = FIELDS.flatMap((field) => (values[field] ?? []).map((value) => [field, value]));
  return String(new URLSearchParams([...badges.map((id) => ['badge', id]), ...pairs]));
}
