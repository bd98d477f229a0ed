import { SUPPORT_KINDS, SUPPORT_STATES } from '../../../../domain/support/support-request.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { SelectField, TextField } from '../../shell/fields.tsx';
import { FilterForm } from '../../shell/form-parts.tsx';
import { type FormState, isNarrowed } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { SupportState } from '../../support/state-word.tsx';
import type { SupportLine } from '../../support/support-view.ts';
import { DaneLayout } from '../dane-layout.tsx';

interface QueueProps {
  readonly lines: readonly SupportLine[];
  readonly form: FormState;
  readonly nextHref?: string | undefined;
}

/** `/dane/support`: the requests of support, the waiting ones first. */
export function SupportQueuePage({ lines, form, nextHref }: QueueProps) {
  const frame = useFrame();
  const { dane: t, kinds, states } = frame.t.support;
  return (
    <DaneLayout section="support" title={t.title}>
      <p class="lede">{t.lede}</p>
      <FilterForm action="/dane/support" form={form}>
        <TextField name="q" label={t.text} type="search" optional />
        <SelectField
          name="kind"
          label={t.kind}
          choices={SUPPORT_KINDS.map((value) => ({ value, label: kinds[value] }))}
          optional
        />
        <SelectField
          name="state"
          label={t.state}
          choices={SUPPORT_STATES.map((value) => ({ value, label: states[value] }))}
          optional
        />
        <button type="submit" class="secondary">
          {frame.t.forms.search}
        </button>
      </FilterForm>
      {lines.length === 0 ? (
        <p class="notice">{isNarrowed(form) ? t.noneFound : t.none}</p>
      ) : (
        <Queue lines={lines} />
      )}
      {nextHref && (
        <p>
          <a href={nextHref}>{frame.t.forms.next}</a>
        </p>
      )}
    </DaneLayout>
  );
}

function Queue({ lines }: Pick<QueueProps, 'lines'>) {
  const { columns: t } = useFrame().t.support;
  return (
    <CardTable
      compact
      rows={lines}
      columns={[
        {
          heading: t.title,
          cell: ({ id, title }) => <a href={`/dane/support/${id}`}>{title}</a>,
          names: true,
        },
        { heading: t.kind, cell: ({ kind }) => kind },
        { heading: t.school, cell: ({ school }) => school },
        { heading: t.by, cell: ({ by }) => by },
        { heading: t.since, cell: ({ since }) => since },
        { heading: t.state, cell: (line) => <SupportState line={line} /> },
      ]}
    />
  );
}
