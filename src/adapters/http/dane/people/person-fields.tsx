import type { FC } from 'hono/jsx';
import { z } from 'zod';
import { NAME_CHARS, type PersonField } from '../../../../domain/person-fields.ts';
import { type Person, PROFILES } from '../../../../domain/records.ts';
import type { PageTexts } from '../../../../texts/fr/pages.ts';
import type { AppDeps } from '../../env.ts';
import { ChoiceGroup, TextField } from '../../shell/fields.tsx';
import { schoolValue } from '../../shell/find-named.ts';
import { choicesOf, optionalText, requiredEmail, requiredText } from '../../shell/form.ts';
import { SchoolField } from '../../shell/named-field.tsx';
import { useForm } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';

/** The form that corrects a person. The school is found by its words afterwards; `seen` is the person that the
 *  form showed. */
export const changeForm = z.object({
  seen: optionalText(4000),
  givenName: requiredText(NAME_CHARS),
  familyName: requiredText(NAME_CHARS),
  email: requiredEmail,
  profiles: choicesOf(PROFILES),
  headOf: optionalText(),
} satisfies { readonly [Field in PersonField | 'seen']: z.ZodType });

/** What is recorded of the person, as the form asks for it. */
export async function recordedValues(store: AppDeps['ports']['store'], person: Person) {
  return {
    givenName: [person.givenName],
    familyName: [person.familyName],
    email: person.emails.slice(0, 1),
    profiles: person.profiles,
    headOf: await schoolValue(store, person.headOf),
  } satisfies { readonly [Field in PersonField]: readonly string[] };
}

interface AskedProps {
  readonly name: PersonField;
  readonly label: string;
  /** Whether it is the agent's own record: people cannot change their own profiles, which are only shown. */
  readonly isOwn: boolean;
}

/** How the form asks for each field, in its order. */
const ASKED: { readonly [Field in PersonField]: FC<AskedProps> } = {
  givenName: ({ name, label }) => <TextField name={name} label={label} />,
  familyName: ({ name, label }) => <TextField name={name} label={label} />,
  email: ({ name, label }) => (
    <TextField name={name} label={label} help={useFrame().t.dane.people.change.emailHelp} type="email" />
  ),
  profiles: (props) => <Profiles {...props} />,
  headOf: ({ name, label }) => <SchoolField name={name} label={label} optional />,
};

/** The fields of the form. */
export function AskedFields({ isOwn }: { isOwn: boolean }) {
  const labels = useFrame().t.dane.people.change.fields;
  return (
    <>
      {Object.entries(ASKED).map(([field, Asked]) => {
        const name = field as PersonField;
        return <Asked name={name} label={labels[name]} isOwn={isOwn} />;
      })}
    </>
  );
}

function Profiles({ name, label, isOwn }: AskedProps) {
  const t = useFrame().t.dane.people;
  const held = useForm().values[name] ?? [];
  if (!isOwn) {
    const choices = PROFILES.map((value) => ({ value, label: t.profiles[value] }));
    return <ChoiceGroup name={name} label={label} choices={choices} kind="checkbox" />;
  }
  return (
    <>
      <p class="note">{t.change.ownProfiles(held.map((one) => t.profiles[one as 'rupn'] ?? one))}</p>
      {held.map((one) => (
        <input type="hidden" name={name} value={one} />
      ))}
    </>
  );
}

interface ShownPerson {
  readonly person: Person;
  /** The school that the person heads, by its name. */
  readonly heads?: string;
}

type Line = readonly [term: string, value: string | undefined];

/** The lines that tell each field on the person's page, in their order. The title of the page tells the names. */
const SHOWN: {
  readonly [Field in PersonField]: (
    shown: ShownPerson,
    words: PageTexts['dane']['people'],
  ) => readonly Line[];
} = {
  givenName: () => [],
  familyName: () => [],
  profiles: ({ person }, t) => [[t.profile, person.profiles.map((one) => t.profiles[one]).join(', ') || '—']],
  email: ({ person: { emails } }, t) => [
    [t.person.currentAddress, emails[0] ?? '—'],
    [t.person.earlierAddresses, emails.slice(1).join(', ')],
  ],
  headOf: ({ heads }, t) => [[t.person.heads, heads]],
};

/** The fields of a person as a list; a field without a value has no line. */
export function ShownFields({ shown }: { shown: ShownPerson }) {
  const t = useFrame().t.dane.people;
  const lines = Object.values(SHOWN).flatMap((linesOf) => linesOf(shown, t));
  return (
    <dl class="facts-list">
      {lines
        .filter(([, value]) => value)
        .map(([term, value]) => (
          <>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </>
        ))}
    </dl>
  );
}
