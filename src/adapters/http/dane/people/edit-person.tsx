import type { FC } from 'hono/jsx';
import { z } from 'zod';
import { parsePersonId } from '../../../../domain/ids.ts';
import { NAME_CHARS, type PersonField, seenPerson } from '../../../../domain/person/fields.ts';
import { fullName } from '../../../../domain/person/name.ts';
import { type Person, PROFILES } from '../../../../domain/records.ts';
import type { PageTexts } from '../../../../texts/fr/pages.ts';
import { FactsList } from '../../components/summary-list.tsx';
import type { AppDeps } from '../../env.ts';
import { useForm } from '../../forms/context.ts';
import { Form } from '../../forms/elements.tsx';
import { ChoiceGroup, TextField } from '../../forms/inputs.tsx';
import { findSchool, readLookupInput, refuseNamed, schoolValue } from '../../forms/name-lookup.ts';
import { SchoolField } from '../../forms/name-lookup-field.tsx';
import { choicesOf, optionalText, requiredEmail, requiredText } from '../../forms/schema.ts';
import { formOver } from '../../forms/submission.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { answerMissing } from '../missing-page.tsx';
import { findPersonOf, personPath } from './find-person.ts';

/** The form that adds or corrects a person. The school is found by its words afterwards. */
export const personForm = z.object({
  givenName: requiredText(NAME_CHARS),
  familyName: requiredText(NAME_CHARS),
  email: requiredEmail,
  profiles: choicesOf(PROFILES),
  headOf: optionalText(),
} satisfies { readonly [Field in PersonField]: z.ZodType });

/** What is recorded of the person, as the form asks for it. */
async function recordedValues({ store }: PageRequest, person: Person) {
  return {
    givenName: [person.givenName],
    familyName: [person.familyName],
    email: person.emails.slice(0, 1),
    profiles: person.profiles,
    headOf: await schoolValue(store, person.headOf),
  } satisfies { readonly [Field in PersonField]: readonly string[] };
}

/** `/dane/people/{id}/change` */
export const changePersonPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page('/dane/people/:id/change', 'keep-register', renderChange)
    .form('/dane/people/:id/change', 'keep-register', {
      page: renderChange,
      schema: personForm,
      act: async (request, { headOf: _, ...change }, values) => {
        const { store, services, param, seen, me } = request;
        const { key: headOf, ...named } = await findSchool(store, readLookupInput(values, 'headOf'));
        if (named.fault) return refuseNamed('headOf', named);
        const id = parsePersonId(param('id'));
        await services.changePerson({ ...change, headOf, seen, id, actor: me });
        await services.emptyOutbox('re-sign-credential');
        return undefined;
      },
      done: 'person-changed',
      back: personPath,
      refusals: {
        'address-taken': { email: 'taken' },
        'unknown-establishment': { headOf: 'unknown-establishment' },
        'own-profiles': { profiles: 'own-profiles' },
        'last-dane-agent': { profiles: 'last-dane-agent' },
      },
    });

async function renderChange(request: PageRequest) {
  const person = await findPersonOf(request);
  if (!person) return answerMissing(request.c, request.deps, 'people');
  const t = request.t.dane.people.change;
  // People cannot change their own profiles.
  const isOwn = person.id === request.me;
  const form = formOver(await recordedValues(request, person), request.sent);
  const shown = isOwn ? { ...form, values: { ...form.values, profiles: person.profiles } } : form;
  return (
    <DaneLayout section="people" title={t.title(fullName(person))}>
      <Form
        action={`${personPath(request)}/change`}
        form={shown}
        labels={t.fields}
        seen={seenPerson(person)}
        submit={request.t.forms.save}
        aside={<p>{t.lede}</p>}
      >
        <PersonFields isOwn={isOwn} emailHelp={t.emailHelp} />
      </Form>
    </DaneLayout>
  );
}

export function PersonFields({ isOwn, emailHelp }: { isOwn: boolean; emailHelp?: string }) {
  return (
    <>
      {Object.entries(FIELD_INPUTS).map(([name, Requested]) => (
        <Requested name={name} isOwn={isOwn} help={name === 'email' ? emailHelp : undefined} />
      ))}
    </>
  );
}

interface PersonFieldProps {
  readonly name: string;
  readonly isOwn: boolean;
  readonly help: string | undefined;
}

/** How the form asks for each field, in its order. */
const FIELD_INPUTS: { readonly [Field in PersonField]: FC<PersonFieldProps> } = {
  givenName: ({ name }) => <TextField name={name} />,
  familyName: ({ name }) => <TextField name={name} />,
  email: ({ name, help }) => <TextField name={name} help={help} type="email" />,
  profiles: (props) => <Profiles {...props} />,
  headOf: ({ name }) => <SchoolField name={name} optional />,
};

/** The agent's own profiles are only shown. */
function Profiles({ name, isOwn }: PersonFieldProps) {
  const t = usePageContext().t.dane.people;
  const held = useForm().values[name] ?? [];
  if (!isOwn) {
    const choices = PROFILES.map((value) => ({ value, label: t.profiles[value] }));
    return <ChoiceGroup name={name} choices={choices} kind="checkbox" />;
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

interface Shown {
  readonly person: Person;
  /** The school that the person heads, by its name. */
  readonly heads: string | undefined;
}

type FieldRow = readonly [term: string, value: string | undefined];

/** The lines that tell each field on the person's page, in their order. The title of the page tells the names. */
const SHOWN: {
  readonly [Field in PersonField]: (shown: Shown, texts: PageTexts['dane']['people']) => readonly FieldRow[];
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
export function ShownFields(shown: Shown) {
  const t = usePageContext().t.dane.people;
  return <FactsList facts={Object.values(SHOWN).flatMap((linesOf) => linesOf(shown, t))} />;
}
