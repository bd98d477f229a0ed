import { ChoiceGroup } from '../../shell/fields.tsx';
import { RecordedNow } from '../../shell/recorded-now.tsx';
import { useForm } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import type { BadgeChoiceView } from './badge-view.ts';
import { AUDIENCES, FORMS, NAMES, WORDS_CHOICES } from './choice-form.ts';

interface ChoiceFieldsProps {
  readonly badges: readonly Pick<BadgeChoiceView, 'school' | 'titles' | 'words'>[];
}

/** The choice about one badge or several: the audience, and the data about the holder. A school's badge
 *  always names the school, and shows no data about a person. */
export function ChoiceFields({ badges }: ChoiceFieldsProps) {
  const t = useFrame().t.my;
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

/** The choices about a person's own data. */
function OwnFields({ badges }: ChoiceFieldsProps) {
  const t = useFrame().t.my;
  const forms = FORMS.map((value) => ({
    value,
    label: t.moment.forms[value],
    text: badges.map(({ titles }) => titles[value]).join(', '),
  }));
  const shownWords = WORDS_CHOICES.map((value) => ({ value, ...t.moment.wordsShown[value] }));
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
        <Box name="schools" {...t.moment.schools} />
        <Box name="email" {...t.moment.email} />
      </fieldset>
      {badges.some(({ words }) => words.some(({ state }) => state === 'added')) && (
        <ChoiceGroup kind="radio" name="words" label={t.moment.words} choices={shownWords} />
      )}
    </>
  );
}

/** One box with its explanation; when ticked, it sends `yes`. */
function Box({ name, label, text }: { name: string; label: string; text: string }) {
  const ticked = useForm().values[name]?.[0] === 'yes';
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={name}
        name={name}
        value="yes"
        checked={ticked}
        aria-describedby={`${name}-text`}
      />
      <label for={name}>{label}</label>
      <small class="choice-text" id={`${name}-text`}>
        {text}
      </small>
      <RecordedNow name={name} words={() => label} />
    </div>
  );
}
