import { CardTable } from '../../shell/card-table.tsx';
import { type Choice, ChoiceGroup, DateField, TextArea, TextField } from '../../shell/fields.tsx';
import { ActButton, Form } from '../../shell/form-parts.tsx';
import { SafeLink } from '../../shell/parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { type SchoolPlace, SchoolShell } from '../school-shell.tsx';

/** The most characters of a project's description. */
export const DESCRIPTION_LENGTH = 600;

export interface ProjectView {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly url?: string;
  readonly period: string;
  /** Their names. */
  readonly members: readonly string[];
}

interface ProjectsProps {
  readonly school: SchoolPlace;
  /** Whether the viewer may record projects here. */
  readonly mayEquip: boolean;
  readonly projects: readonly ProjectView[];
  /** The people who may be associated. */
  readonly people: readonly Choice[];
  readonly form: FormState;
  /** The token of the form of a new project. */
  readonly once: string;
  /** The stored project that the form changes. */
  readonly edited?: Pick<ProjectView, 'id' | 'title'>;
}

/** `/school/{uai}/projects`: the school's digital-education projects. */
export function ProjectsPage(props: ProjectsProps) {
  const { school, projects, mayEquip } = props;
  const t = useFrame().t.school.projects;
  return (
    <SchoolShell school={school} page="projects" title={t.title} description={t.lede} mayWrite={mayEquip}>
      <p class="lede">{t.lede}</p>
      <h2>{t.list}</h2>
      {projects.length === 0 ? <p>{mayEquip ? t.none : t.noneToRead}</p> : <List {...props} />}
      {mayEquip && <ProjectForm {...props} />}
    </SchoolShell>
  );
}

function List({ school, projects, mayEquip }: ProjectsProps) {
  const t = useFrame().t.school.projects;
  const base = `/school/${school.uai}/projects`;
  return (
    <CardTable
      rows={projects}
      columns={[
        {
          heading: t.project,
          cell: ({ title, description, url }) => (
            <>
              {url ? <SafeLink href={url}>{title}</SafeLink> : title}{' '}
              <span class="note block">{description}</span>
            </>
          ),
          names: true,
        },
        { heading: t.period, cell: ({ period }) => period },
        { heading: t.members, cell: ({ members }) => members.join(', ') || t.nobody },
        mayEquip && {
          heading: t.act,
          cell: ({ id, title }) => (
            <div class="actions">
              <a href={`${base}?project=${encodeURIComponent(id)}#change`} aria-label={t.editOf(title)}>
                {t.edit}
              </a>
              <ActButton action={`${base}/remove`} hidden={{ id }} class="link" label={t.removeOf(title)}>
                {t.remove}
              </ActButton>
            </div>
          ),
        },
      ]}
    />
  );
}

function ProjectForm({ school, people, form, once, edited }: ProjectsProps) {
  const frame = useFrame();
  const t = frame.t.school.projects;
  const labels = t.form;
  const base = `/school/${school.uai}/projects`;
  return (
    <section id="change">
      <h2>{edited ? t.changeOf(edited.title) : t.add}</h2>
      <Form action={base} form={form} labels={labels} hidden={edited ? { id: edited.id } : { once }}>
        <TextField name="title" label={labels.title} maxlength={120} />
        <TextArea
          name="description"
          label={labels.description}
          help={t.descriptionHelp}
          rows={3}
          maxlength={DESCRIPTION_LENGTH}
        />
        <TextField name="url" label={labels.url} help={t.urlHelp} type="url" optional />
        <div class="field-row">
          <DateField name="from" label={labels.from} help={t.fromHelp} />
          <DateField name="to" label={labels.to} help={t.toHelp} optional />
        </div>
        {people.length === 0 ? (
          <p class="note">{t.noPeople}</p>
        ) : (
          <ChoiceGroup
            name="members"
            label={labels.members}
            help={t.membersHelp}
            choices={people}
            kind="checkbox"
          />
        )}
        <div class="actions">
          <button type="submit">{edited ? t.saveChange : t.saveNew}</button>
          {edited && <a href={base}>{frame.t.forms.cancel}</a>}
        </div>
      </Form>
    </section>
  );
}
