import { schoolYearLabel } from '../../../../domain/time/school-year.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { ActButton } from '../../shell/form-parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { type SchoolPlace, SchoolShell } from '../school-shell.tsx';
import { hasLink, type YearItem } from './year-items.ts';

export type YearPageKind = 'new-year' | 'year-end';

interface YearProps {
  readonly school: SchoolPlace;
  readonly kind: YearPageKind;
  readonly year: number;
  readonly otherYear: number;
  readonly items: readonly YearItem[];
}

/** `/school/{uai}/new-year` and `/school/{uai}/year-end`: all tasks to prepare, sign and print, each with its
 *  state and its one link. */
export function YearPage({ school, kind, year, otherYear, items }: YearProps) {
  const t = useFrame().t.yearPages;
  const base = `/school/${school.uai}`;
  const left = items.filter(({ state }) => state === 'todo').length;
  return (
    <SchoolShell
      school={school}
      page="overview"
      title={t.titles[kind](schoolYearLabel(year))}
      description={t.ledes[kind]}
    >
      <p class="lede">{t.left(left)}</p>
      <p>{t.ledes[kind]}</p>
      <CardTable
        caption={t.titles[kind](schoolYearLabel(year))}
        rows={items}
        columns={[
          { heading: t.what, cell: ({ title }) => title, names: true },
          { heading: t.state, cell: ({ state }) => <State state={state} />, class: () => 'nowrap' },
          { heading: t.facts, cell: ({ words }) => words },
          {
            heading: t.act,
            cell: (item) => <Act base={base} item={item} year={year} mayKeep={school.mayKeep} />,
            label: false,
          },
        ]}
      />
      <ul class="links">
        <li>
          <a href={`${base}/${kind}?year=${otherYear}`}>{t.titles[kind](schoolYearLabel(otherYear))}</a>
        </li>
        <li>
          <a href={base}>{t.back}</a>
        </li>
      </ul>
    </SchoolShell>
  );
}

/** The word for the state, before which the style sheet draws a filled circle, an empty one or a dash. */
function State({ state }: { state: YearItem['state'] }) {
  return <span class={`item-state ${state}`}>{useFrame().t.yearPages.states[state]}</span>;
}

/** The one link of an item, where it leads anywhere; for a paper of everybody, the button that makes and
 *  opens it. */
function Act({
  base,
  item,
  year,
  mayKeep,
}: {
  base: string;
  item: YearItem;
  year: number;
  mayKeep: boolean;
}) {
  const t = useFrame().t.yearPages;
  const { prints, path, link, title } = item;
  if (prints && mayKeep) {
    return (
      <ActButton
        action={`${base}/papers/together`}
        hidden={{ kind: prints, year: String(year) }}
        class="secondary in-row"
      >
        {t.prints[prints]}
      </ActButton>
    );
  }
  if (!hasLink(item)) return null;
  return (
    <a href={`${base}${path}`} aria-label={t.linkOf(link, title)}>
      {link}
    </a>
  );
}
