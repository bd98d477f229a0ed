import type { Context } from 'hono';
import { z } from 'zod';
import type { HolderChoice, Recipient } from '../../../../domain/award/types.ts';
import { showsSchoolsOnly as isOnly, type StatedChoice } from '../../../../domain/holder/actions.ts';
import type { AppEnv } from '../../env.ts';
import { Checkbox } from '../../forms/checkbox.tsx';
import { useForm } from '../../forms/context.ts';
import { ChoiceGroup } from '../../forms/inputs.tsx';
import {
  choiceOf,
  type FormValues,
  optionalChoiceOf,
  type ParsedForm,
  parseValues,
} from '../../forms/schema.ts';
import { usePageContext } from '../../layout/page-context.ts';
import type { BadgeChoiceView } from './view.ts';

/** The audience of a badge: only its holder, everyone who has its address, or everybody. */
const AUDIENCES = ['me', 'unlisted', 'public'] as const;
const NAMES = ['none', 'initials', 'full'] as const;
/** The grammatical forms of a title next to its holder's full name. */
const FORMS = ['feminine', 'masculine', 'inclusive'] as const;

const COMMENTS_CHOICES = ['fitting', 'all', 'none'] as const;

const FIELDS = ['visibility', 'name', 'form', 'schools', 'aware', 'email', 'words'] as const;
const yesOrNo = ['yes', 'no'] as const;
const ofSchool = z.object({
  visibility: choiceOf(AUDIENCES),
  /** The audience at the time when the page was opened. */
  seenBy: optionalChoiceOf(AUDIENCES),
});
const ofPerson = ofSchool
  .extend({
    name: optionalChoiceOf(NAMES),
    form: optionalChoiceOf(FORMS),
    schools: optionalChoiceOf(yesOrNo),
    /** The holder knows that the school is enough to recognise them. */
    aware: optionalChoiceOf(yesOrNo),
    email: optionalChoiceOf(yesOrNo),
    words: optionalChoiceOf(COMMENTS_CHOICES),
  })
  // For a badge that others see, the holder must choose the form of their name.
  .refine(({ visibility, name }) => visibility === 'me' || name !== undefined, {
    path: ['name'],
    message: 'nothing-chosen',
  })
  .refine(({ name, form }) => name !== 'full' || form !== undefined, {
    path: ['form'],
    message: 'nothing-chosen',
  })
  // The field is named here, before anything is saved. `requireConfirmedSchools` refuses the choice on every channel.
  .refine(
    ({ name = 'full', schools, aware }) =>
      aware === 'yes' || !isOnly({ name, showSchools: schools === 'yes' }),
    {
      path: ['aware'],
      message: 'not-ticked',
    },
  );

/** Parses the choice about one badge or several. An unticked box is not sent, so a missing field means no. */
export function parseChoice(values: FormValues, { kind }: Recipient): ParsedForm<StatedChoice> {
  if (kind === 'establishment') {
    const parsed = parseValues(values, ofSchool);
    return parsed.ok ? { ...parsed, value: audienceOf(parsed.value) } : parsed;
  }
  const parsed = parseValues(values, ofPerson);
  if (!parsed.ok) return parsed;
  const { name, form, schools, aware, email, words } = parsed.value;
  const value = {
    ...audienceOf(parsed.value),
    ...(name && { name }),
    ...(form && { form }),
    showSchools: schools === 'yes',
    schoolsConfirmed: aware === 'yes',
    emailIdentifier: email === 'yes',
    ...(words && { words }),
  };
  return { ...parsed, value };
}

/** A hidden badge becomes visible again only from a page that showed it as hidden. A page opened before
 *  leaves it hidden. */
function audienceOf({ visibility, seenBy }: z.infer<typeof ofSchool>): StatedChoice {
  if (visibility === 'me') return { hidden: true };
  return { visibility, ...(seenBy === 'me' && { hidden: false }) };
}

/** A choice as the fields of its form. Schools without a name were confirmed when they were saved. */
export function toValues(choice: HolderChoice): FormValues {
  return {
    visibility: [choice.hidden ? 'me' : choice.visibility],
    name: [choice.name],
    form: [choice.form],
    schools: choice.showSchools ? ['yes'] : [],
    aware: isOnly(choice) ? ['yes'] : [],
    email: choice.emailIdentifier ? ['yes'] : [],
    words: [choice.words],
  };
}

/** The choice ticked on new badges: the holder's last choice. The first time, the audience is everyone who
 *  has the link, and no form of the name is ticked. The identifier of the e-mail address is asked for each
 *  time, and so are schools without a name. */
export function firstValues(last: HolderChoice | undefined): FormValues {
  return last ? { ...toValues(last), aware: [], email: [], words: [] } : { visibility: ['unlisted'] };
}

/** The values of a preview, which shows the warning itself: it asks for no confirmation. */
export function asPreviewed(values: FormValues): FormValues {
  return showsSchoolsOnly(values) ? { ...values, aware: ['yes'] } : values;
}

/** Whether these values show the schools without a name. */
export function showsSchoolsOnly({ name, schools }: FormValues): boolean {
  return name?.[0] === 'none' && schools?.[0] === 'yes';
}

/** The choice in the address of a preview, or of the return from it. A form always sends the audience, so a
 *  missing box was not ticked. A link may have any one of the fields alone. */
export function sentChoice(c: Context<AppEnv>): FormValues {
  const sent = FIELDS.flatMap((field): [string, string[]][] => {
    const value = c.req.query(field);
    return value === undefined ? [] : [[field, [value]]];
  });
  const unticked = c.req.query('visibility') === undefined ? {} : { schools: [], aware: [], email: [] };
  return { ...unticked, ...Object.fromEntries(sent) };
}

/** The choice as the query of an address. */
export function toQuery(values: FormValues, badges: readonly string[] = []): string {
  const pairs = FIELDS.flatMap((field) => (values[field] ?? []).map((value) => [field, value]));
  return String(new URLSearchParams([...badges.map((id) => ['badge', id]), ...pairs]));
}

interface Chosen {
  readonly badges: readonly Pick<BadgeChoiceView, 'school' | 'titles' | 'words'>[];
}

/** The choice about one badge or several: the audience, and the data about the holder. A school's badge
 *  always names the school, and shows no data about a person. */
export function ChoiceFields({ badges }: Chosen) {
  const t = usePageContext().t.my;
  const audiences = AUDIENCES.map((value) => ({ value, ...t.moment.visibilities[value] }));
  return (
    <div class="choice-columns">
      <ChoiceGroup kind="radio" name="visibility" label={t.moment.visibility} choices={audiences} />
      {badges.some(({ school }) => school !== undefined) ? (
        <p class="note">{t.badges.one.schoolNamed}</p>
      ) : (
        <OwnFields badges={badges} />
      )}
    </div>
  );
}

/** Shown while schools are ticked without a name: the school is enough to recognise the person. */
function SchoolsWarning() {
  const t = usePageContext().t.my.moment;
  return (
    <div class="schools-warning">
      <p class="notice" id="schools-warning">
        {t.schoolsWarning}
      </p>
      <Checkbox name="aware" label={t.aware} />
    </div>
  );
}

/** The choices about a person's own data. */
function OwnFields({ badges }: Chosen) {
  const t = usePageContext().t.my;
  const forms = FORMS.map((value) => ({
    value,
    label: t.moment.forms[value],
    text: badges.map(({ titles }) => titles[value]).join(', '),
  }));
  const shownTexts = COMMENTS_CHOICES.map((value) => ({ value, ...t.moment.wordsShown[value] }));
  const names = NAMES.map((value) => ({ value, ...t.badges.one.names[value] }));
  return (
    <>
      <div>
        <ChoiceGroup kind="radio" name="name" label={t.moment.name} choices={names} />
        {badges.some(({ titles }) => new Set(Object.values(titles)).size > 1) ? (
          <ChoiceGroup
            kind="radio"
            name="form"
            label={t.moment.form}
            help={t.moment.formHelp}
            choices={forms}
          />
        ) : (
          <input type="hidden" name="form" value={useForm().values['form']?.[0] ?? 'inclusive'} />
        )}
      </div>
      <fieldset class="choices">
        <legend>{t.moment.more}</legend>
        <Checkbox name="schools" label={t.moment.schools.label} help={t.moment.schools.text} />
        <SchoolsWarning />
        <Checkbox name="email" label={t.moment.email.label} help={t.moment.email.text} />
      </fieldset>
      {badges.some(({ words }) => words.some(({ state }) => state === 'added')) && (
        <ChoiceGroup kind="radio" name="words" label={t.moment.words} choices={shownTexts} />
      )}
    </>
  );
}
