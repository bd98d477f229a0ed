import { CardTable } from '../../adapters/http/components/card-table.tsx';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import { ActionButton } from '../../adapters/http/forms/elements.tsx';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { placeOf } from '../../adapters/http/school/context.ts';
import { SchoolLayout } from '../../adapters/http/school/layout.tsx';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { fullName } from '../../domain/person/name.ts';
import { isProposalOpen, type MissionProposal } from './feature.ts';
import { NewcomersLink } from './school-newcomers.tsx';

/** Missions proposed to people, those without an answer first. */
export async function renderProposals({ c, store, uai, t: texts }: PageRequest) {
  const t = texts.missionProposals;
  const [[establishment], proposals] = await Promise.all([
    store.readSchoolsByUai([uai]),
    store.readMissionProposalsAt(uai),
  ]);
  if (!establishment) throw new DomainError('not-found');
  const people = await store.readPeople([...new Set(proposals.flatMap((one) => [one.personId, one.by]))]);
  const names = new Map(people.map((one) => [one.id, fullName(one)]));
  const name = (id: PersonId) => names.get(id) ?? t.someone;
  const place = placeOf(c, { establishment });
  const waiting = proposals.filter(isProposalOpen);
  const settled = proposals.filter((one) => !isProposalOpen(one));
  const base = `/school/${uai}/missions`;
  return (
    <SchoolLayout school={place} page="missions" title={t.title} description={t.lede}>
      <p class="lede">{t.lede}</p>
      {place.mayKeep && (
        <p>
          <a class="button" href={`${base}/new`}>
            {t.propose}
          </a>
        </p>
      )}
      <NewcomersLink uai={uai} />
      <h2>{t.waiting}</h2>
      {waiting.length === 0 ? (
        <EmptyState>{t.noneWaits}</EmptyState>
      ) : (
        <Proposals {...{ base, name }} proposals={waiting} mayKeep={place.mayKeep} caption={t.waiting} />
      )}
      {settled.length > 0 && (
        <>
          <h2>{t.settled}</h2>
          <Proposals {...{ base, name }} proposals={settled} mayKeep={false} caption={t.settled} />
        </>
      )}
    </SchoolLayout>
  );
}

function Proposals({
  proposals,
  name,
  base,
  mayKeep,
  caption,
}: {
  proposals: readonly MissionProposal[];
  name: (id: PersonId) => string;
  base: string;
  mayKeep: boolean;
  caption: string;
}) {
  const { day, records, missionProposals: t } = usePageContext().t;
  const held = ({ roles }: MissionProposal) => roles.map((role) => records.roles[role]).join(', ');
  return (
    <CardTable
      rows={proposals}
      caption={caption}
      columns={[
        { heading: t.person, cell: ({ personId }) => name(personId), names: true },
        {
          heading: t.what,
          cell: (one) => (
            <>
              {t.content(one.missions.join(', '), held(one), t.days(day(one.from), one.to && day(one.to)))}
              {one.words && <p class="note">{t.quote(one.words)}</p>}
            </>
          ),
        },
        {
          heading: t.state,
          cell: ({ by, at, settlement }) =>
            [
              t.proposedBy(name(by), day(at)),
              ...(settlement ? [t.outcomes[settlement.outcome](day(settlement.at))] : []),
            ].join(' '),
        },
        mayKeep && {
          heading: t.act,
          cell: ({ id, personId }) => (
            <ActionButton
              action={`${base}/${id}/withdrawal`}
              class="secondary"
              label={t.withdrawOf(name(personId))}
            >
              {t.withdraw}
            </ActionButton>
          ),
          label: false,
        },
      ]}
    />
  );
}
