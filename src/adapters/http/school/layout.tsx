import type { Child } from 'hono/jsx';
import { schoolYearLabel } from '../../../domain/time/school-year.ts';
import { FilterForm } from '../forms/elements.tsx';
import { SelectField } from '../forms/inputs.tsx';
import { Layout } from '../layout/html-document.tsx';
import { type FeaturePage, withFeaturePages, withFeaturePaths } from '../layout/menu.ts';
import { usePageContext } from '../layout/page-context.ts';
import { navigationFrom, PagesBelow } from '../layout/section-navigation.tsx';

type CorePage = 'overview' | 'confirmations' | 'reviews' | 'actions' | 'papers' | 'badge';
export type SchoolPageName = CorePage | FeaturePage<'school'>;

/** The school of a page, and the viewer's rights there. */
export interface SchoolPlace {
  readonly uai: string;
  readonly name: string;
  readonly commune: string;
  /** Whether the viewer may write here; the DANE only reads. */
  readonly mayKeep: boolean;
  /** Whether the viewer heads the school by their own declaration, which they may withdraw. */
  readonly declared: boolean;
}

interface Shown {
  readonly school: SchoolPlace;
  readonly page: SchoolPageName;
  readonly title: string;
  readonly description: string;
  /** Whether the viewer may write on this page; by default, whether they may keep the school. */
  readonly mayWrite?: boolean;
  /** The act that is open even to a viewer who only reads. */
  readonly besides?: string | undefined;
  readonly children: Child;
}

const PATHS = withFeaturePaths<'school', CorePage>('school', {
  overview: '',
  confirmations: '/confirmations',
  reviews: '/reviews',
  actions: '/actions',
  papers: '/papers',
  badge: '/badge',
});

/** The five entries of a school's navigation, each with its pages. */
const ENTRIES = withFeaturePages('school', {
  school: ['overview', 'badge'],
  confirmations: ['confirmations'],
  reviews: ['reviews'],
  means: ['actions'],
  papers: ['papers'],
} as const);

/** The frame of every page of a school, with its name and links to the other pages. */
export function SchoolLayout(props: Shown) {
  const { school, page, title, description, mayWrite = school.mayKeep, besides, children } = props;
  const t = usePageContext().t.school;
  const { navigation, below } = navigationFrom(
    {
      entries: ENTRIES,
      hrefOf: (one: SchoolPageName) => `/school/${school.uai}${PATHS[one]}`,
      labels: { navigation: t.navigation, entries: t.entries, pages: t.pages },
    },
    page,
  );
  return (
    <Layout title={title} description={description} navigation={navigation}>
      <p class="kicker">
        {school.name}, {school.commune}
      </p>
      <h1>{title}</h1>
      <PagesBelow below={below} />
      {!mayWrite && <p class="notice">{[t.readOnly, besides].filter(Boolean).join(' ')}</p>}
      {children}
    </Layout>
  );
}

/** Stands in an address in place of a school year, for all years. */
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
  /** Whether all years together may be chosen too. */
  all?: boolean;
}) {
  const t = usePageContext().t.school;
  if (years.length < 2) return null;
  const choices = years.map((year) => ({ value: String(year), label: schoolYearLabel(year) }));
  return (
    <FilterForm
      action={action}
      form={{ values: { year: [String(current)] }, faults: {} }}
      submit={t.showYear}
    >
      <SelectField
        name="year"
        label={t.schoolYear}
        choices={all ? [...choices, { value: ALL_YEARS, label: t.allYears }] : choices}
      />
    </FilterForm>
  );
}
