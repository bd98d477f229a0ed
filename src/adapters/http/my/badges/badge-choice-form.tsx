import { ChoiceGroup } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import type { BadgeChoiceView } from './badge-view.ts';

interface ChoiceProps {
  readonly view: BadgeChoiceView;
}

const NAMES = ['none', 'initials', 'full'] as const;
const NO_OR_YES = ['no', 'yes'] as const;
const VISIBILITIES = ['unlisted', 'public'] as const;

/** The choice of what the public page shows; the same form can preview a choice without saving it. */
export function BadgeChoiceForm({ view, form }: ChoiceProps & { readonly form: FormState }) {
  const t = useFrame().t.my.badges.one;
  const preview = `${view.href}/preview`;
  return (
    <section aria-labelledby="choose">
      <h2 id="choose">{t.choose}</h2>
      <Form action={`${view.href}/accept`} form={form}>
        <ChoiceFields view={view} />
        <div class="actions">
          <button type="submit">{view.state === 'private' ? t.accept : t.save}</button>
          <button type="submit" class="secondary" formmethod="get" formaction={preview}>
            {t.previewChoice}
          </button>
        </div>
      </Form>
      <PreviewLinks view={view} />
    </section>
  );
}

function ChoiceFields({ view }: ChoiceProps) {
  const t = useFrame().t.my.badges.one;
  const visibilities = VISIBILITIES.map((value) => ({ value, ...t.visibilities[value] }));
  const group = { kind: 'radio' as const };
  return (
    <>
      {view.school === undefined ? <OwnFields /> : <p>{t.schoolNamed}</p>}
      <ChoiceGroup {...group} name="visibility" label={t.visibility} choices={visibilities} />
    </>
  );
}

/** The choices about a person's own data; a school's badge always names the school. */
function OwnFields() {
  const t = useFrame().t.my.badges.one;
  const group = { kind: 'radio' as const };
  const names = NAMES.map((value) => ({ value, ...t.names[value] }));
  const schools = NO_OR_YES.map((value) => ({ value, ...t.schoolsShown[value] }));
  const email = NO_OR_YES.map((value) => ({ value, ...t.emailIdentifier[value] }));
  return (
    <>
      <ChoiceGroup {...group} name="name" label={t.name} choices={names} />
      <ChoiceGroup {...group} name="schools" label={t.schools} choices={schools} />
      <ChoiceGroup {...group} name="email" label={t.email} choices={email} />
    </>
  );
}

/** The same previews as plain links. */
function PreviewLinks({ view }: ChoiceProps) {
  const t = useFrame().t.my.badges.one;
  const links =
    view.school === undefined
      ? NAMES.map((name) => ({ query: `?name=${name}`, label: t.previewOf[name] }))
      : [{ query: '', label: t.previewSchool }];
  return (
    <>
      <h3>{t.previewLinks}</h3>
      <ul class="links">
        {links.map(({ query, label }) => (
          <li>
            <a href={`${view.href}/preview${query}`}>{label}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
