import { MEANS_KINDS, type MeansKind } from '../../../../domain/engagement/means.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { DateField, SelectField, TextField } from '../../shell/fields.tsx';
import { ActButton, Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { type SchoolPlace, SchoolShell } from '../school-shell.tsx';

export interface MeansView {
  readonly personId: string;
  readonly name: string;
  readonly kind: MeansKind;
  readonly description: string;
  /** The recorded day, to be sent back by a form. */
  readonly since: string;
  readonly sinceWords: string;
}

interface MeansProps {
  readonly school: SchoolPlace;
  readonly means: readonly MeansView[];
  readonly people: readonly { readonly value: string; readonly label: string }[];
  readonly form: FormState;
}

/** `/school/{uai}/means`: the means that the school gives its RUPN. */
export function MeansPage(props: MeansProps) {
  const { school, means, people } = props;
  const t = useFrame().t.school.means;
  return (
    <SchoolShell school={school} page="means" title={t.title} description={t.lede}>
      <p class="lede">{t.lede}</p>
      <h2>{t.list}</h2>
      {means.length === 0 ? people.length > 0 && <p>{t.none}</p> : <List school={school} means={means} />}
      {people.length === 0 && <p class="notice">{t.noPeople}</p>}
      {school.mayKeep && people.length > 0 && <MeansForm {...props} />}
    </SchoolShell>
  );
}

function List({ school, means }: Pick<MeansProps, 'school' | 'means'>) {
  const t = useFrame().t.school.means;
  return (
    <CardTable
      rows={means}
      columns={[
        { heading: t.person, cell: ({ name }) => name, names: true },
        {
          heading: t.kind,
          cell: ({ kind, description }) => (
            <>
              {t.kinds[kind]} {description && <span class="note">{description}</span>}
            </>
          ),
        },
        { heading: t.since, cell: ({ sinceWords }) => sinceWords },
        school.mayKeep && {
          heading: t.act,
          cell: ({ personId, name, kind, since }) => (
            <ActButton
              action={`/school/${school.uai}/means/remove`}
              hidden={{ personId, kind, since }}
              class="link"
              label={t.removeOf(t.kinds[kind], name)}
            >
              {t.remove}
            </ActButton>
          ),
          label: false,
        },
      ]}
    />
  );
}

function MeansForm({ school, people, form }: MeansProps) {
  const frame = useFrame();
  const t = frame.t.school.means;
  const labels = {
    personId: t.form.personId,
    kind: t.form.kind,
    description: t.form.description,
    since: t.form.since,
  };
  const kinds = MEANS_KINDS.map((value) => ({ value, label: t.kinds[value] }));
  return (
    <>
      <h2>{t.add}</h2>
      <Form action={`/school/${school.uai}/means`} form={form} labels={labels} submit={frame.t.forms.save}>
        <SelectField name="personId" label={t.form.personId} choices={people} />
        <SelectField name="kind" label={t.form.kind} choices={kinds} />
        <TextField
          name="description"
          label={t.form.description}
          help={t.form.descriptionHelp}
          maxlength={200}
          optional={t.form.descriptionFree}
        />
        <DateField name="since" label={t.form.since} />
      </Form>
    </>
  );
}
