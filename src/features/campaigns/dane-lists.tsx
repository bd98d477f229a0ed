import { CardTable } from '../../adapters/http/components/card-table.tsx';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import { PAGE_SIZE, Paging, pageOf, sliceOf } from '../../adapters/http/components/pagination.tsx';
import { readNamesOf } from '../../adapters/http/confirmations/requests-without-answer.tsx';
import { DaneLayout } from '../../adapters/http/dane/layout.tsx';
import { Filter } from '../../adapters/http/forms/filter.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { CONFIRMATION_REQUEST_STATES, silentSince } from '../../domain/confirmation/request.ts';
import type { Uai } from '../../domain/uai.ts';
import { requiredCampaign } from './dane-requests.tsx';
import { schoolColumn } from './dane-school-column.tsx';
import type { CampaignRequest, CampaignSchool } from './feature.ts';

/** `/dane/campaigns/{id}/requests`: every request, with its reminders and its state. */
export async function renderRequests(pageRequest: PageRequest) {
  const t = pageRequest.t.campaigns;
  const campaign = await requiredCampaign(pageRequest);
  const path = `/dane/campaigns/${campaign.id}`;
  const state = pageRequest.query('state') ?? '';
  const known = CONFIRMATION_REQUEST_STATES.find((one) => one === state);
  const found = await pageRequest.store.readCampaignRequests({
    campaignId: campaign.id,
    askedUntil: silentSince(pageRequest.ports.clock.now()),
    ...sliceOf(pageRequest),
    ...(known && { state: known }),
  });
  const { rows, last } = pageOf(found);
  const next = last && new URLSearchParams({ state, after: last.engagement.reference });
  return (
    <DaneLayout section="campaigns" title={t.requestsTitle(campaign.name)}>
      <Filter
        action={`${path}/requests`}
        form={{ values: { state: [state] }, faults: {} }}
        labels={t}
        fields={[
          {
            kind: 'choice',
            name: 'state',
            choices: CONFIRMATION_REQUEST_STATES.map((value) => ({ value, label: t.parts[value] })),
          },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState>{t.requestsNone}</EmptyState>
      ) : (
        await renderRequestTable(pageRequest, rows)
      )}
      <Paging next={next && `${path}/requests?${next}`} />
      <p>
        <a href={path}>{t.toCampaign}</a>
      </p>
    </DaneLayout>
  );
}

async function renderRequestTable(pageRequest: PageRequest, requests: readonly CampaignRequest[]) {
  const t = pageRequest.t.campaigns;
  const { nameOf, schoolOf } = await readNamesOf(
    pageRequest,
    requests.map(({ engagement }) => engagement),
  );
  const remindersOf = ({ request }: CampaignRequest) =>
    [request.firstReminderAt, request.secondReminderAt].filter((at) => at !== undefined);
  return (
    <CardTable
      compact
      rows={requests}
      columns={[
        {
          heading: t.person,
          cell: ({ engagement: { personId } }) => (
            <a href={`/dane/people/${personId}`}>{nameOf({ kind: 'person', personId })}</a>
          ),
          names: true,
        },
        { heading: t.school, cell: ({ engagement: { uai } }) => schoolOf(uai) ?? uai, label: false },
        { heading: t.missions, cell: ({ engagement }) => engagement.missions.join(' '), label: false },
        { heading: t.state, cell: ({ state }) => t.parts[state], label: false },
        { heading: t.askedOn, cell: ({ request }) => pageRequest.t.day(request.requestedAt) },
        {
          heading: t.reminders,
          cell: (one) =>
            remindersOf(one)
              .map((at) => pageRequest.t.day(at))
              .join(', ') || '—',
          class: (one) => (remindersOf(one).length === 0 ? 'zero' : undefined),
        },
      ]}
    />
  );
}

/** `/dane/campaigns/{id}/schools`: the schools with unanswered requests. */
export async function renderUnansweredSchools(pageRequest: PageRequest) {
  const t = pageRequest.t.campaigns;
  const campaign = await requiredCampaign(pageRequest);
  const path = `/dane/campaigns/${campaign.id}`;
  const after = pageRequest.query('after');
  const found = await pageRequest.store.readUnansweredSchools({
    campaignId: campaign.id,
    limit: PAGE_SIZE + 1,
    ...(after && { after: after as Uai }),
  });
  const { rows, last } = pageOf(found);
  return (
    <DaneLayout section="campaigns" title={t.schoolsTitle(campaign.name)}>
      {rows.length === 0 ? (
        <EmptyState>{t.schoolsNone}</EmptyState>
      ) : (
        await renderSchoolTable(pageRequest, rows)
      )}
      <Paging next={last && `${path}/schools?${new URLSearchParams({ after: last.uai })}`} />
      <p>
        <a href={path}>{t.toCampaign}</a>
      </p>
    </DaneLayout>
  );
}

async function renderSchoolTable({ store, t: texts }: PageRequest, schools: readonly CampaignSchool[]) {
  const t = texts.campaigns;
  return (
    <CardTable
      compact
      rows={schools}
      columns={[
        await schoolColumn(store, { heading: t.school, schools }),
        { heading: t.unanswered, cell: ({ unanswered, asked }) => t.unansweredOf(unanswered, asked) },
        { heading: t.askedOn, cell: ({ requestedAt }) => texts.day(requestedAt) },
        {
          heading: t.lastReminder,
          cell: ({ remindedAt }) => (remindedAt ? texts.day(remindedAt) : '—'),
          class: ({ remindedAt }) => (remindedAt ? undefined : 'zero'),
        },
      ]}
    />
  );
}
