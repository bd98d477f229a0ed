import { CardTable } from '../shell/card-table.tsx';
import { useFrame } from '../shell/use-frame.ts';
import type { OverviewView, Waiting } from './overview-view.ts';
import { type SchoolPlace, SchoolShell } from './school-shell.tsx';
import { Gaps } from './split/gaps.tsx';
import { SplitChoice } from './split/split-choice.tsx';
import { SplitMatrix } from './split/split-matrix.tsx';

interface OverviewProps {
  readonly school: SchoolPlace & { readonly years: readonly number[] };
  readonly view: OverviewView;
  /** The number of requests of the school that wait for the DANE. */
  readonly support: number;
  /** A meeting for which the DANE proposes a day, without an answer yet. */
  readonly meeting: string | undefined;
}

/** `/school/{uai}`: the waiting tasks, then the split of missions. */
export function OverviewPage({ school, view, support, meeting }: OverviewProps) {
  const frame = useFrame();
  const t = frame.t.school.overview;
  const base = `/school/${school.uai}`;
  return (
    <SchoolShell
      school={school}
      page="overview"
      title={frame.t.school.pages.overview}
      description={t.description}
    >
      <h2>{t.waiting}</h2>
      {view.waiting.length === 0 ? (
        <p class="lede">{t.nothingWaits}</p>
      ) : (
        <WaitingList base={base} waiting={view.waiting} elsewhere={view.otherDays} />
      )}
      {view.elsewhere > 0 && (
        <p class="note">
          {t.elsewhere(view.elsewhere)} <a href={`${base}/contests`}>{frame.t.school.pages.contests}</a>
        </p>
      )}
      {view.proposed > 0 && (
        <p class="note">
          {frame.t.missionsProposed.count(view.proposed)}{' '}
          <a href={`${base}/mission-proposals`}>{frame.t.school.pages.missions}</a>
        </p>
      )}
      {meeting && school.mayKeep && (
        <p class="notice">
          {frame.t.meetings.waitsHere.principal}{' '}
          <a href={`${base}/meetings/${meeting}`}>{frame.t.school.pages.meetings}</a>
        </p>
      )}
      {support > 0 && (
        <p class="note">
          {frame.t.support.school.waiting(support)}{' '}
          <a href={`${base}/support`}>{frame.t.school.pages.support}</a>
        </p>
      )}
      <ul class="links">
        <li>
          <a href={`${base}/new-year`}>{t.newYear}</a>
        </li>
        <li>
          <a href={`${base}/year-end`}>{t.yearEnd}</a>
        </li>
      </ul>
      <h2 id="split">{t.split}</h2>
      <p>{t.shown(view.when)}</p>
      <SplitChoice base={base} years={school.years} view={view} />
      {view.matrix ? (
        <SplitMatrix matrix={view.matrix} />
      ) : (
        <p class="notice">{view.asked.kind === 'day' ? t.emptyDay : t.empty}</p>
      )}
      <Gaps gaps={view.gaps} isWhole={view.matrix === undefined} />
      {view.people.length > 0 && <People base={base} people={view.people} />}
      {school.declared && (
        <p class="note">
          {t.declared} <a href="/headship">{t.declaredLink}</a>
        </p>
      )}
    </SchoolShell>
  );
}

/** Everyone of the matrix, each with a link to the page that ends or changes their missions. */
function People({ base, people }: { base: string; people: OverviewView['people'] }) {
  const t = useFrame().t.changes.person;
  return (
    <>
      <h2 id="people">{t.people}</h2>
      <p>{t.peopleText}</p>
      <CardTable
        compact
        rows={people}
        columns={[
          { heading: t.people, cell: ({ name }) => name, names: true },
          {
            heading: t.link,
            cell: ({ id, name }) => (
              <a href={`${base}/people/${id}`} aria-label={t.linkOf(name)}>
                {t.link}
              </a>
            ),
            label: false,
          },
        ]}
      />
    </>
  );
}

/** The waiting tasks at one school, each with its link. */
export function WaitingList({
  base,
  waiting,
  elsewhere = false,
}: {
  base: string;
  waiting: readonly Waiting[];
  /** Whether the list stands on another page than today's overview, so that links to places on it need its
   *  address. */
  elsewhere?: boolean;
}) {
  const href = (path: string) => (path.startsWith('#') && !elsewhere ? path : `${base}${path}`);
  return (
    <ul class="waiting">
      {waiting.map(({ count, words, note, path, items = [] }) => (
        <li>
          <strong>{count}</strong>
          {items.length === 0 ? <a href={href(path)}>{words}</a> : <span>{words}</span>}
          {note && <p class="note">{note}</p>}
          {items.map((item) => (
            <p>
              <a href={href(item.path)}>{item.words}</a>
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
