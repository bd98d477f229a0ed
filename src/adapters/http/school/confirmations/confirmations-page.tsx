import type { ChangeLine } from '../../engagements/change-view.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { type ALL_YEARS, type SchoolPlace, SchoolShell, YearChoice } from '../school-shell.tsx';
import { RequestsTable } from './requests-table.tsx';
import type { DecidedView, RequestView } from './requests-view.ts';

/** A proposal that waits, and who made it. */
export interface ProposalLine {
  readonly name: string;
  readonly own: boolean;
  readonly line: ChangeLine;
}

interface ConfirmationsProps {
  readonly school: SchoolPlace;
  readonly requests: readonly RequestView[];
  readonly decided: readonly DecidedView[];
  /** Changes of segments that teachers propose, each with its page. */
  readonly proposals: readonly ProposalLine[];
  readonly years: readonly number[];
  readonly year: number | typeof ALL_YEARS;
}

/** `/school/{uai}/confirmations`: the requests, then the decisions. The clear requests can be confirmed
 *  together. */
export function ConfirmationsPage(props: ConfirmationsProps) {
  const { school, requests, decided, years, year } = props;
  const t = useFrame().t.school.decisions;
  return (
    <SchoolShell school={school} page="confirmations" title={t.title} description={t.lede}>
      <p class="lede">{t.lede}</p>
      <h2>{t.toDecide}</h2>
      {requests.length === 0 ? <p>{t.none}</p> : <RequestsTable school={school} requests={requests} />}
      {props.proposals.length > 0 && <Proposals {...props} />}
      {(decided.length > 0 || years.length > 1) && (
        <>
          <h2 id="decided">{t.decided}</h2>
          <YearChoice
            action={`/school/${school.uai}/confirmations#decided`}
            years={years}
            current={year}
            all
          />
          {decided.length > 0 ? <Decided school={school} decided={decided} /> : <p>{t.noneDecided}</p>}
        </>
      )}
    </SchoolShell>
  );
}

/** The changes that teachers propose, decided one by one. */
function Proposals({ school, proposals }: ConfirmationsProps) {
  const t = useFrame().t.changes.decide;
  return (
    <>
      <h2 id="proposed">{t.waiting}</h2>
      <ul class="change-list">
        {proposals.map(({ name, own, line }) => (
          <li class="request">
            <h3>{name}</h3>
            <p>
              <strong>{line.what}</strong>
            </p>
            <p class="note">{line.before}</p>
            <p>{line.story[0]}</p>
            {own && <p class="notice">{t.own}</p>}
            {school.mayKeep && !own && (
              <a
                class="button-secondary"
                href={`/school/${school.uai}/proposals/${line.id}`}
                aria-label={t.openOf(name)}
              >
                {t.open}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Decided({ school, decided }: Pick<ConfirmationsProps, 'school' | 'decided'>) {
  const t = useFrame().t.school.decisions;
  return (
    <CardTable
      rows={decided}
      columns={[
        { heading: t.person, cell: (one) => one.name, names: true },
        { heading: t.period, cell: (one) => one.period },
        {
          heading: t.missions,
          cell: (one) => one.missions.map((mission) => mission.split(' ')[0]).join(', '),
        },
        {
          heading: t.state,
          cell: (one) => (
            <>
              {one.state}
              {one.decidedBy && <span class="note"> {one.decidedBy}</span>}
              {one.reservation && <p class="reservation">{t.reservationOf(one.reservation)}</p>}
            </>
          ),
        },
        { heading: t.decide, cell: (one) => <DecidedLinks school={school} one={one} /> },
      ]}
    />
  );
}

function DecidedLinks({ school, one }: { school: SchoolPlace; one: DecidedView }) {
  const t = useFrame().t.school.decisions;
  const base = `/school/${school.uai}`;
  if (one.settled) return <>{t.settled}</>;
  return (
    <>
      {one.openContestId && (
        <>
          <a href={`${base}/contests/${one.openContestId}`}>{t.readContest}</a>{' '}
        </>
      )}
      {school.mayKeep && !one.own ? (
        <a
          href={`${base}/confirmations/${encodeURIComponent(one.reference)}`}
          aria-label={t.changeOf(`${one.name}, ${one.period}`)}
        >
          {t.change}
        </a>
      ) : (
        !one.openContestId && '–'
      )}
    </>
  );
}
