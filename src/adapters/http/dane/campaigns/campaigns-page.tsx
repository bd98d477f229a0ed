import {
  type Choice,
  DateField,
  FaultSummary,
  type FormState,
  SelectField,
  TextField,
} from '../../shell/fields.tsx';
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

/** `/dane/campaigns`: every campaign, the newest first, and the form that opens one. */
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
    <table class="table-cards">
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.schoolYear}</th>
          <th scope="col">{t.openedOn}</th>
          <th scope="col">{t.closesOn}</th>
          <th scope="col">{t.state}</th>
        </tr>
      </thead>
      <tbody>
        {campaigns.map(({ id, name, schoolYear, openedAt, closesOn, state }) => (
          <tr>
            <th scope="row">
              <a href={`/dane/campaigns/${id}`}>{name}</a>
            </th>
            <td data-label={t.schoolYear}>{schoolYear}</td>
            <td data-label={t.openedOn}>{frame.t.day(openedAt)}</td>
            <td data-label={t.closesOn}>{frame.t.day(closesOn)}</td>
            <td data-label={t.state}>{t.states[state]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OpenForm({ view }: { view: CampaignsView }) {
  const t = useFrame().t.dane.campaigns;
  const { form, years } = view;
  const labels = { name: t.name, schoolYear: t.schoolYear, closesOn: t.closesOn };
  return (
    <form method="post" action="/dane/campaigns" class="form">
      <h2>{t.open}</h2>
      {!view.hasMailer && <p class="notice">{t.noMailer}</p>}
      <FaultSummary form={form} labels={labels} />
      <TextField form={form} name="name" label={t.name} help={t.nameHelp} maxlength={100} />
      <SelectField
        form={form}
        name="schoolYear"
        label={t.schoolYear}
        help={t.schoolYearHelp}
        choices={years}
      />
      <DateField form={form} name="closesOn" label={t.closesOn} help={t.closesOnHelp} />
      <button type="submit">{t.openButton}</button>
    </form>
  );
}
