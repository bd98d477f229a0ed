import { CLASS_PROJECT_LENGTHS } from '../../../../domain/support/class-project.ts';
import { type Choice, Refusal, SelectField, TextField } from '../../shell/fields.tsx';
import { ActButton, Form } from '../../shell/form-parts.tsx';
import { SafeLink } from '../../shell/parts.tsx';
import { TypedBefore } from '../../shell/typed-before.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';

export interface ProjectView {
  readonly id: string;
  readonly title: string;
  readonly url: string | undefined;
  readonly audience: string;
  readonly until: string;
  readonly joinable: boolean;
  readonly entered: readonly { readonly uai: string; readonly words: string }[];
  /** The form of contributions, with this project filled in. */
  readonly contributeHref: string;
}

/** `/my/class-projects`: the projects of the DANE, and the classes that the person entered. */
export function ProjectsPage({ projects }: { projects: readonly ProjectView[] }) {
  const t = useFrame().t.classProjects;
  const open = projects.filter(({ joinable }) => joinable);
  const over = projects.filter(({ joinable, entered }) => !joinable && entered.length > 0);
  return (
    <MyLayout page="classProjects" title={t.title} lede={t.lede}>
      <h2>{t.open}</h2>
      {open.length === 0 && <p>{t.none}</p>}
      {open.map((project) => (
        <Project project={project} />
      ))}
      {over.length > 0 && <h2>{t.over}</h2>}
      {over.map((project) => (
        <Project project={project} />
      ))}
    </MyLayout>
  );
}

function Project({ project }: { project: ProjectView }) {
  const t = useFrame().t.classProjects;
  const { id, title, url, audience, until, joinable, entered, contributeHref } = project;
  return (
    <section class="sheet">
      <h3>{title}</h3>
      <p>{t.audience(audience)}</p>
      <p>
        {joinable ? until : t.closed} <SafeLink href={url}>{url ? t.moreOf(title) : ''}</SafeLink>
      </p>
      {entered.map(({ uai, words }) => (
        <>
          <p>
            <strong>{words}</strong>
          </p>
          {joinable && (
            <ActButton
              action={`/my/class-projects/${id}/withdrawal`}
              hidden={{ uai }}
              class="link"
              label={t.withdrawOf(title)}
            >
              {t.withdraw}
            </ActButton>
          )}
        </>
      ))}
      <p class="actions">
        {joinable && (
          <a class="button-secondary" href={`/my/class-projects/${id}`} aria-label={t.enterOf(title)}>
            {t.enter}
          </a>
        )}
        {entered.length > 0 && (
          <a href={contributeHref} aria-label={t.contributeOf(title)}>
            {t.contribute}
          </a>
        )}
      </p>
    </section>
  );
}

interface EnterProps {
  readonly project: ProjectView;
  readonly schools: readonly Choice[];
  readonly form: FormState;
}

/** `/my/class-projects/{id}`: enters classes for the project. */
export function EnterPage({ project, schools, form }: EnterProps) {
  const frame = useFrame();
  const { form: t, ...words } = frame.t.classProjects;
  return (
    <MyLayout page="classProjects" title={project.title}>
      <p class="lede">{words.audience(project.audience)}</p>
      <Refusal form={form} />
      <p>{project.joinable ? project.until : words.closed}</p>
      {schools.length === 0 && <p class="notice">{t.noSchool}</p>}
      {!project.joinable && <TypedBefore form={form} labels={{ classes: t.classes }} />}
      {project.joinable && schools.length > 0 && (
        <Form
          action={`/my/class-projects/${project.id}`}
          form={form}
          labels={{ uai: t.school, classes: t.classes, count: t.count }}
        >
          <SelectField name="uai" label={t.school} choices={schools} />
          <TextField
            name="classes"
            label={t.classes}
            help={t.classesHelp}
            maxlength={CLASS_PROJECT_LENGTHS.classes}
          />
          <TextField name="count" label={t.count} maxlength={2} />
          <div class="actions">
            <button type="submit">{t.send}</button>
            <a href="/my/class-projects">{frame.t.forms.cancel}</a>
          </div>
        </Form>
      )}
    </MyLayout>
  );
}
