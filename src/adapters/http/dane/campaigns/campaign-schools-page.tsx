import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import type { UnansweredLine } from './campaign-lists-view.ts';
import type { CampaignLine } from './campaign-view.ts';

export interface CampaignSchoolsView {
  readonly campaign: CampaignLine;
  readonly schools: readonly UnansweredLine[];
  readonly nextHref?: string;
}

/** `/dane/campaigns/{id}/schools`: which schools left some request unanswered. */
export function CampaignSchoolsPage({ view }: { view: CampaignSchoolsView }) {
  const frame = useFrame();
  const t = frame.t.dane.campaigns;
  return (
    <DaneLayout section="campaigns" title={t.schoolsTitle(view.campaign.name)}>
      {view.schools.length === 0 ? <p class="notice">{t.schoolsNone}</p> : <Schools schools={view.schools} />}
      {view.nextHref && (
        <p>
          <a href={view.nextHref}>{frame.t.forms.next}</a>
        </p>
      )}
      <p>
        <a href={`/dane/campaigns/${view.campaign.id}`}>{t.toCampaign}</a>
      </p>
    </DaneLayout>
  );
}

function Schools({ schools }: { schools: readonly UnansweredLine[] }) {
  const frame = useFrame();
  const t = frame.t.dane.campaigns;
  return (
    <table class="table-cards compact">
      <thead>
        <tr>
          <th scope="col">{t.school}</th>
          <th scope="col">{t.unanswered}</th>
          <th scope="col">{t.askedOn}</th>
          <th scope="col">{t.lastReminder}</th>
        </tr>
      </thead>
      <tbody>
        {schools.map(({ school, href, unanswered, asked, askedAt, remindedAt }) => (
          <tr>
            <th scope="row">
              <a href={href}>{school}</a>
            </th>
            <td data-label={t.unanswered}>{t.unansweredOf(unanswered, asked)}</td>
            <td data-label={t.askedOn}>{frame.t.day(askedAt)}</td>
            <td data-label={t.lastReminder} class={remindedAt ? undefined : 'zero'}>
              {remindedAt ? frame.t.day(remindedAt) : '—'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
