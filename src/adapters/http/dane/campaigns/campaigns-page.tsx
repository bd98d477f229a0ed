import { CardTable } from '../../shell/card-table.tsx';
import { type Choice, DateField, FaultSummary, SelectField, TextField } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import type { CampaignLine } from './campaign-view.ts';

export interface CampaignsView {
  readonly campaigns: readonly CampaignLine[];
  readonly years: readonly Choice[];
  readonly form: FormState;
  readonly hasMailer: boolean;
  readonly nextHref?: string;
}

/** `/dane/campaigns`: every campaign, newest first, and the form that opens one. */
export function CampaignsPage({ view }: { view: CampaignsView }) {
  const frame = useFrame();
  const t = frame.t.dane.campaigns;
  return (
    <DaneLayout section="campaigns" title={t.title}>
      <p class="lede">{t.lede}</p>
      <p>
        <a href="/dane/confirmations">{frame.t.dane.confirmations.link}</a>
      </p>
      {view.campaigns.length === 0 ? (
        <p class="notice">{t.none}</p>
      ) : (
        <Campaigns campaigns={view.campaigns} />
      )}
      {view.nextHref && (
        <p>
          <a href={view.nextHref}>{frame.t.forms.next}</a>
        </p>
      )}
      <OpenForm view={view} />
    </DaneLayout>
  );
}

function Campaigns({ campaigns }: { campaigns: readonly CampaignLine[] }) {
  const frame = useFrame();
  const t = frame.t.dane.campaigns;
  return (
    <CardTable
      rows={campaigns}
      columns={[
        {
          heading: t.name,
          cell: ({ id, name }) => <a href={`/dane/campaigns/${id}`}>{name}</a>,
          names: true,
        },
        { heading: t.schoolYear, cell: ({ schoolYear }) => schoolYear },
        { heading: t.openedOn, cell: ({ openedAt }) => frame.t.day(openedAt) },
        { heading: t.closesOn, cell: ({ closesOn }) => frame.t.day(closesOn) },
        { heading: t.state, cell: ({ state }) => t.states[state] },
      ]}
    />
  );
}

function OpenForm({ view }: { view: CampaignsView }) {
  const t = useFrame().t.dane.campaigns;
  const { form, years } = view;
  const labels = { name: t.name, schoolYear: t.schoolYear, closesOn: t.closesOn };
  return (
    <Form action="/dane/campaigns" form={form} submit={t.openButton}>
      <h2>{t.open}</h2>
      {!view.hasMailer && <p class="notice">{t.noMailer}</p>}
      <FaultSummary form={form} labels={labels} />
      <TextField name="name" label={t.name} help={t.nameHelp} maxlength={100} />
      <SelectField name="schoolYear" label={t.schoolYear} help={t.schoolYearHelp} choices={years} />
      <DateField name="closesOn" label={t.closesOn} help={t.closesOnHelp} />
    </Form>
  );
}
