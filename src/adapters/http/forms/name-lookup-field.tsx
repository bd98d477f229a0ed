import { usePageContext } from '../layout/page-context.ts';
import { useForm } from './context.ts';
import { ChoiceGroup, TextField } from './inputs.tsx';
import { choiceName } from './name-lookup.ts';

interface NamedProps {
  readonly name: string;
  /** By default the label that the form's texts have under its name. */
  readonly label?: string;
  readonly help?: string;
  readonly optional?: boolean;
}

/** A field for a school: its name and town, or its UAI. Where several match, they stand below the field to be
 *  chosen from, and the text stays. The script suggests schools during typing. */
export function SchoolField({ suggested = true, ...props }: NamedProps & { readonly suggested?: boolean }) {
  const { schoolHelp } = usePageContext().t.forms;
  return (
    <NamedField
      {...props}
      help={[props.help, schoolHelp].filter(Boolean).join(' ')}
      {...(suggested && { suggests: '/dane/schools.json' })}
    />
  );
}

/** A field for a person by name, or by address. */
export function PersonField(props: NamedProps) {
  const { personHelp } = usePageContext().t.forms;
  return <NamedField {...props} help={[props.help, personHelp].filter(Boolean).join(' ')} />;
}

function NamedField({ suggests, ...props }: NamedProps & { suggests?: string }) {
  const { choices: allChoices } = useForm();
  const { t } = usePageContext();
  const choices = allChoices?.[props.name] ?? [];
  const list = suggests && `${props.name}-list`;
  return (
    <div data-suggests={suggests}>
      <TextField {...props} maxlength={200} {...(list && { list })} />
      {list && <datalist id={list} />}
      {choices.length > 0 && (
        <ChoiceGroup name={choiceName(props.name)} kind="radio" label={t.forms.whichOne} choices={choices} />
      )}
    </div>
  );
}
