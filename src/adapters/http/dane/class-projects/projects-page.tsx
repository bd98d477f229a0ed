import { CLASS_PROJECT_LENGTHS } from '../../../../domain/support/class-project.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { DateField, TextField } from '../../shell/fields.tsx';
import { ActButton, Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

export interface ProjectLine {
  readonly id: string;
  readonly title: string;
  readonly audience: string;
  readonly until: string;
  readonly state: 'open' | 'closed' | 'ended';
}

/** `/dane/class-projects`: the projects for classes, and the form of a new one. */
export function DaneProjectsPage({
  lines,
  form,
  once,
}: {
  lines: readonly ProjectLine[];
  form: FormState;
  /** The token of the form. */
  once: string;
}) {
  const { title, dane: t } = useFrame().t.classProjects;
  return (
    <DaneLayout section="classProjects" title={title}>
      <p class="lede">{t.lede}</p>
      {lines.length === 0 ? (
        <p class="notice">{t.none}</p>
      ) : (
        <CardTable
          compact
          rows={lines}
          caption={title}
          columns={[
            {
              heading: t.name,
              cell: (one) => <a href={`/dane/class-projects/${one.id}`}>{one.title}</a>,
              names: true,
            },
            { heading: t.audience, cell: ({ audience }) => audience },
            { heading: t.until, cell: ({ until }) => until },
            { heading: t.state, cell: ({ state }) => t.states[state] },
          ]}
        />
      )}
      <h2>{t.add}</h2>
      <ProjectForm action="/dane/class-projects" form={form} once={once} />
    </DaneLayout>
  );
}

function ProjectForm({ action, form, once }: { action: string; form: FormState; once?: string }) {
  const frame = useFrame();
  const { dane: t } = frame.t.classProjects;
  return (
    <Form
      action={action}
      form={form}
      labels={{ title: t.name, url: t.url, audience: t.audience, joinsUntil: t.until }}
      hidden={{ once }}
      submit={frame.t.forms.save}
    >
      <TextField name="title" label={t.name} maxlength={CLASS_PROJECT_LENGTHS.title} />
      <TextField name="url" label={t.url} type="url" optional />
      <TextField
        name="audience"
        label={t.audience}
        help={t.audienceHelp}
        maxlength={CLASS_PROJECT_LENGTHS.audience}
      />
      <DateField name="joinsUntil" label={t.until} />
    </Form>
  );
}

export interface DaneProjectView extends ProjectLine {
  readonly classes: number;
  readonly schools: number;
  readonly participations: readonly {
    readonly school: string;
    readonly classes: string;
    readonly count: number;
    readonly by: string;
  }[];
  /** Address of the form of a new event for this project. */
  readonly eventHref: string;
}

/** `/dane/class-projects/{id}`: the classes that take part, and the form of the project. */
export function DaneProjectPage({ view, form }: { view: DaneProjectView; form: FormState }) {
  const { dane: t } = useFrame().t.classProjects;
  const base = `/dane/class-projects/${view.id}`;
  return (
    <DaneLayout section="classProjects" title={view.title}>
      <p class="lede">
        {t.states[view.state]} · {view.audience}
      </p>
      <h2>{t.who}</h2>
      {view.participations.length === 0 ? <p>{t.nobody}</p> : <Participations view={view} />}
      <p>
        {t.eventText} <a href={view.eventHref}>{t.event}</a>
      </p>
      <h2>{t.change}</h2>
      <ProjectForm action={base} form={form} />
      <ActButton
        action={`${base}/end`}
        hidden={{ ended: view.state === 'ended' ? 'no' : 'yes' }}
        class="secondary"
      >
        {view.state === 'ended' ? t.again : t.end}
      </ActButton>
      <p>
        <a href="/dane/class-projects">{t.back}</a>
      </p>
    </DaneLayout>
  );
}

function Participations({ view }: { view: DaneProjectView }) {
  const { dane: t } = useFrame().t.classProjects;
  return (
    <>
      <p>{t.sum(view.classes, view.schools)}</p>
      <CardTable
        compact
        rows={view.participations}
        caption={t.who}
        columns={[
          { heading: t.school, cell: ({ school }) => school, names: true },
          { heading: t.classes, cell: ({ classes }) => classes },
          { heading: t.count, cell: ({ count }) => String(count) },
          { heading: t.by, cell: ({ by }) => by },
        ]}
      />
    </>
  );
}
