import { PROOF_LEVELS } from '../../../../domain/records.ts';
import { CardTable } from '../../shell/card-table.tsx';
import type { EventLine } from '../../shell/event-line.ts';
import { SelectField, TextField } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import { PersonField } from '../../shell/named-field.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

export interface EventView {
  readonly line: EventLine;
  readonly tags: readonly string[];
  readonly uai?: string | undefined;
  readonly total: number;
  /** Whether the DANE invites to events of this kind. */
  readonly invites: boolean;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly hours: string;
    readonly proof: string;
  }[];
  readonly nextHref?: string;
  readonly form: FormState;
}

/** `/dane/events/{code}`: one event and its attendances. */
export function EventPage({ view }: { view: EventView }) {
  const frame = useFrame();
  const t = frame.t.dane.data.events;
  const { line, tags, uai, total } = view;
  const facts = [line.code, line.kind, line.dates, line.hours, ...tags, uai ?? ''].filter(Boolean);
  return (
    <DaneLayout section="events" title={line.title}>
      <p class="lede">{facts.join(' · ')}</p>
      <div class="actions">
        <a class="button" href={`${line.href}/sheet`}>
          {t.toSheet}
        </a>
        {view.invites && (
          <a class="button-secondary" href={`${line.href}/invitations`}>
            {frame.t.invitations.dane.link}
          </a>
        )}
        <a class="button-secondary" href={`${line.href}/change`}>
          {t.change}
        </a>
      </div>
      <section>
        <h2>{t.people(total)}</h2>
        {view.people.length === 0 ? <p class="notice">{t.nobody}</p> : <Present view={view} />}
        {view.nextHref && (
          <p>
            <a href={view.nextHref}>{frame.t.forms.next}</a>
          </p>
        )}
      </section>
      <AddAttendance view={view} />
    </DaneLayout>
  );
}

function Present({ view }: { view: EventView }) {
  const t = useFrame().t.dane.data.events;
  const removal = `${view.line.href}/attendance/removal`;
  return (
    <CardTable
      rows={view.people}
      columns={[
        { heading: t.person, cell: ({ id, name }) => <a href={`/dane/people/${id}`}>{name}</a>, names: true },
        { heading: t.email, cell: ({ email }) => email },
        { heading: t.hours, cell: ({ hours }) => hours || '—' },
        { heading: t.proof, cell: ({ proof }) => proof },
        {
          heading: <span class="visually-hidden">{t.remove}</span>,
          cell: ({ id, name }) => (
            <a href={`${removal}?${new URLSearchParams({ person: id })}`} aria-label={t.removeOne(name)}>
              {t.remove}
            </a>
          ),
        },
      ]}
    />
  );
}

function AddAttendance({ view }: { view: EventView }) {
  const frame = useFrame();
  const t = frame.t.dane.data.events;
  const proofs = PROOF_LEVELS.map((level) => ({
    value: String(level),
    label: `${level} : ${frame.t.records.proofs[level]}`,
  }));
  return (
    <section>
      <h2>{t.add}</h2>
      <Form
        action={`${view.line.href}/attendance`}
        form={view.form}
        labels={{ email: t.person, hours: t.hoursOwn, proof: t.proof }}
      >
        <PersonField name="email" label={t.person} />
        <TextField name="hours" label={t.hoursOwn} help={t.hoursOwnHelp} optional />
        <SelectField name="proof" label={t.proof} help={t.proofHelp} choices={proofs} />
        <button type="submit" class="secondary">
          {t.addButton}
        </button>
      </Form>
    </section>
  );
}
