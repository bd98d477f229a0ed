import type { Child } from 'hono/jsx';
import { schoolYearLabel } from '../../../domain/time/school-year.ts';
import { Layout } from '../shell/layout.tsx';
import { useFrame } from '../shell/use-frame.ts';

export type SchoolPageName =
  | 'overview'
  | 'confirmations'
  | 'reviews'
  | 'actions'
  | 'means'
  | 'papers'
  | 'badge'
  | 'contests';

/** Which school's page this is. */
export interface SchoolPlace {
  readonly uai: string;
  readonly name: string;
  readonly commune: string;
  /** Whoever looks may write here; the DANE only reads. */
  readonly mayKeep: boolean;
  /** Whoever looks heads it by their own word, which they may take back. */
  readonly declared: boolean;
}

interface ShellProps {
  readonly school: SchoolPlace;
  readonly page: SchoolPageName;
  readonly title: string;
  readonly description: string;
  readonly children: Child;
}

const PATHS: Readonly<Record<SchoolPageName, string>> = {
  overview: '',
  confirmations: '/confirmations',
  reviews: '/reviews',
  actions: '/actions',
  means: '/means',
  papers: '/papers',
  badge: '/badge',
  contests: '/contests',
};

/** Around every page of a school: whose it is, and the other pages. */
export function SchoolShell({ school, page, title, description, children }: ShellProps) {
  const t = useFrame().t.school;
  return (
    <Layout title={title} description={description}>
      <p class="kicker">
        {school.name}, {school.commune}
      </p>
      <h1>{title}</h1>
      <nav class="sections" aria-label={t.navigation}>
        {Object.entries(PATHS).map(([name, path]) => (
          <a href={`/school/${school.uai}${path}`} aria-current={name === page ? 'page' : undefined}>
            {t.pages[name as SchoolPageName]}
          </a>
        ))}
      </nav>
      {!school.mayKeep && <p class="notice">{t.readOnly}</p>}
      {children}
    </Layout>
  );
}

/** In the place of a school year in an address: whatever the year. */
export const ALL_YEARS = 'all' as const;

/** The choice of a school year, where there is more than one. */
export function YearChoice({
  action,
  years,
  current,
  all = false,
}: {
  action: string;
  years: readonly number[];
  current: number | typeof ALL_YEARS;
  /** All years together may be chosen too. */
  all?: boolean;
}) {
  const t = useFrame().t.school;
  if (years.length < 2) return null;
  return (
    <form method="get" action={action} class="filters">
      <div class="field">
        <label for="year">{t.schoolYear}</label>
        <select id="year" name="year">
          {years.map((year) => (
            <option value={String(year)} selected={year === current}>
              {schoolYearLabel(year)}
            </option>
          ))}
          {all && (
            <option value={ALL_YEARS} selected={current === ALL_YEARS}>
              {t.allYears}
            </option>
          )}
        </select>
      </div>
      <button type="submit" class="secondary">
        {t.showYear}
      </button>
    </form>
  );
}
