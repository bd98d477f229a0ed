import { CardTable } from '../../shell/card-table.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import type { UnansweredLine } from './campaign-lists-view.ts';
import type { CampaignLine } from './campaign-view.ts';

export interface CampaignSchoolsView {
  readonly campaign: CampaignLine;
  readonly schools: readonly UnansweredLine[];
  readonly nextHref?: string;
}

/** `/dane/campaigns/{id}/schools`: the schools with unanswered requests. */
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
    <CardTable
      compact
      rows={schools}
      columns={[
        { heading: t.school, cell: ({ school, href }) => <a href={href}>{school}</a>, names: true },
        { heading: t.unanswered, cell: ({ unanswered, asked }) => t.unansweredOf(unanswered, asked) },
        { heading: t.askedOn, cell: ({ askedAt }) => frame.t.day(askedAt) },
        {
          heading: t.lastReminder,
          cell: ({ remindedAt }) => (remindedAt ? frame.t.day(remindedAt) : '—'),
          class: ({ remindedAt }) => (remindedAt ? undefined : 'zero'),
        },
      ]}
    />
  );
}
