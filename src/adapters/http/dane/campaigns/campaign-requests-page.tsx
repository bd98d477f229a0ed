import { CONFIRMATION_REQUEST_STATES } from '../../../../domain/confirmation/confirmation-request.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { SelectField } from '../../shell/fields.tsx';
import { FilterForm } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import type { RequestLine } from './campaign-lists-view.ts';
import type { CampaignLine } from './campaign-view.ts';

export interface CampaignRequestsView {
  readonly campaign: CampaignLine;
  readonly requests: readonly RequestLine[];
  readonly form: FormState;
  readonly nextHref?: string;
}

/** `/dane/campaigns/{id}/requests`: every request, with its reminders and its state. */
export function CampaignRequestsPage({ view }: { view: CampaignRequestsView }) {
  const frame = useFrame();
  const t = frame.t.dane.campaigns;
  const path = `/dane/campaigns/${view.campaign.id}`;
  return (
    <DaneLayout section="campaigns" title={t.requestsTitle(view.campaign.name)}>
      <FilterForm action={`${path}/requests`} form={view.form}>
        <SelectField
          name="state"
          label={t.state}
          choices={CONFIRMATION_REQUEST_STATES.map((value) => ({ value, label: t.parts[value] }))}
          optional
        />
        <button type="submit" class="secondary">
          {frame.t.forms.filter}
        </button>
      </FilterForm>
      {view.requests.length === 0 ? (
        <p class="notice">{t.requestsNone}</p>
      ) : (
        <Requests requests={view.requests} />
      )}
      {view.nextHref && (
        <p>
          <a href={view.nextHref}>{frame.t.forms.next}</a>
        </p>
      )}
      <p>
        <a href={path}>{t.toCampaign}</a>
      </p>
    </DaneLayout>
  );
}

function Requests({ requests }: { requests: readonly RequestLine[] }) {
  const frame = useFrame();
  const t = frame.t.dane.campaigns;
  return (
    <CardTable
      compact
      rows={requests}
      columns={[
        {
          heading: t.person,
          cell: ({ person, personHref }) => <a href={personHref}>{person}</a>,
          names: true,
        },
        { heading: t.school, cell: ({ school }) => school, label: false },
        { heading: t.missions, cell: ({ missions }) => missions, label: false },
        { heading: t.state, cell: ({ state }) => t.parts[state], label: false },
        { heading: t.askedOn, cell: ({ askedAt }) => frame.t.day(askedAt) },
        {
          heading: t.reminders,
          cell: ({ reminders }) => reminders.map((at) => frame.t.day(at)).join(', ') || '—',
          class: ({ reminders }) => (reminders.length === 0 ? 'zero' : undefined),
        },
      ]}
    />
  );
}
