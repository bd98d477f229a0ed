import { CardTable } from '../../shell/card-table.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { type ALL_YEARS, type SchoolPlace, SchoolShell, YearChoice } from '../school-shell.tsx';
import { ShortFacts } from '../segment-facts.tsx';
import type { DecidedView, RequestView } from './requests-view.ts';

interface ConfirmationsProps {
  readonly school: SchoolPlace;
  readonly requests: readonly RequestView[];
  readonly decided: readonly DecidedView[];
  readonly years: readonly number[];
  readonly year: number | typeof ALL_YEARS;
  /** Number of requests that the last confirmation of several left unchanged. */
  readonly left: number;
}

/** `/school/{uai}/confirmations`: the requests, of which the clear ones can be confirmed at once, then the
 *  decisions. */
export function ConfirmationsPage(props: ConfirmationsProps) {
  const { school, requests, decided, years, year, left } = props;
  const t = useFrame().t.school.decisions;
  return (
    <SchoolShell school={school} page="confirmations" title={t.title} description={t.lede}>
      <p class="lede">{t.lede}</p>
      {left > 0 && <p class="notice">{t.left(left)}</p>}
      <h2>{t.toDecide}</h2>
      {requests.length === 0 ? <p>{t.none}</p> : <Requests {...props} />}
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

function Requests({ school, requests }: ConfirmationsProps) {
  const t = useFrame().t.school.decisions;
  const base = `/school/${school.uai}/confirmations`;
  const canConfirm = school.mayKeep && requests.some(({ clear }) => clear);
  return (
    <form method="post" action={base}>
      {requests.map((request) => (
        <article class="request">
          <input type="hidden" name="seen" value={request.seen} />
          <h3>{request.name}</h3>
          {request.age && <p class="note">{request.age}</p>}
          <ShortFacts segment={request} />
          {request.clashes.map(({ label, details }) => (
            <p class="notice">
              {t.clash(label)} {details.join(' ')}
            </p>
          ))}
          {request.warnings.map((warning) => (
            <p class="notice">{warning}</p>
          ))}
          {request.own && <p class="notice">{t.own}</p>}
          {school.mayKeep && !request.own && (
            <div class="actions">
              {request.clear && (
                <label>
                  <input type="checkbox" name="reference" value={request.reference} checked />{' '}
                  {t.chooseOne(request.name)}
                </label>
              )}
              <a class="button-secondary" href={`${base}/${encodeURIComponent(request.reference)}`}>
                {t.one}
                <span class="visually-hidden">
                  {' '}
                  {request.name}, {request.period}
                </span>
              </a>
            </div>
          )}
        </article>
      ))}
      {canConfirm && (
        <>
          <p class="note">{t.confirmChosenText}</p>
          <button type="submit">{t.confirmChosen}</button>
        </>
      )}
    </form>
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
