import { ChoiceGroup } from '../../shell/fields.tsx';
import { useForm } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { AUDIENCES, NAMES } from './choice-form.ts';

/** The choice about one badge or several: who sees it, and what its page says of its holder. A school's badge
 *  always names the school, and says nothing else of anybody. */
export function ChoiceFields({ ofSchool }: { ofSchool: boolean }) {
  const t = useFrame().t.my;
  const audiences = AUDIENCES.map((value) => ({ value, ...t.moment.visibilities[value] }));
  return (
    <>
      <ChoiceGroup kind="radio" name="visibility" label={t.moment.visibility} choices={audiences} />
      {ofSchool ? <p class="note">{t.badges.one.schoolNamed}</p> : <OwnFields />}
    </>
  );
}

/** The choices about a person's own data. */
function OwnFields() {
  const t = useFrame().t.my;
  const names = NAMES.map((value) => ({ value, ...t.badges.one.names[value] }));
  return (
    <>
      <ChoiceGroup kind="radio" name="name" label={t.moment.name} choices={names} />
      <fieldset class="choices">
        <legend>{t.moment.more}</legend>
        <Box name="schools" {...t.moment.schools} />
        <Box name="email" {...t.moment.email} />
      </fieldset>
    </>
  );
}

/** One box with its explanation; ticked, it says yes. */
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
    </div>
  );
}
