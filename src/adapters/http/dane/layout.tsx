import type { Child } from 'hono/jsx';
import { JobRows } from '../components/running-jobs.tsx';
import { Layout } from '../layout/html-document.tsx';
import { type FeaturePage, withFeaturePages, withFeaturePaths } from '../layout/menu.ts';
import { usePageContext } from '../layout/page-context.ts';
import { navigationFrom, PagesBelow } from '../layout/section-navigation.tsx';

type CoreSection =
  | 'home'
  | 'decisions'
  | 'coverage'
  | 'schools'
  | 'newYear'
  | 'people'
  | 'doubts'
  | 'badges'
  | 'criteria'
  | 'events'
  | 'imports'
  | 'exports'
  | 'audit'
  | 'settings';
export type DaneSection = CoreSection | FeaturePage<'dane'>;

const PATHS = withFeaturePaths<'dane', CoreSection>('dane', {
  home: '/dane',
  decisions: '/dane/decisions',
  coverage: '/dane/coverage',
  schools: '/dane/schools',
  newYear: '/dane/new-year',
  people: '/dane/people',
  doubts: '/dane/people/doubts',
  events: '/dane/events',
  imports: '/dane/imports',
  exports: '/dane/exports',
  badges: '/dane/badges',
  criteria: '/dane/criteria',
  audit: '/dane/audit',
  settings: '/dane/settings',
});

/** The five entries of the navigation, each with its pages. */
const ENTRIES = withFeaturePages('dane', {
  decide: ['home', 'decisions'],
  schools: ['coverage', 'schools', 'newYear'],
  people: ['people', 'doubts'],
  files: ['events', 'imports', 'exports'],
  rules: ['badges', 'criteria', 'settings', 'audit'],
} as const);

/** A page of the DANE's space, with links to the others. */
export function DaneLayout({
  section,
  title,
  refreshHref,
  children,
}: {
  section: DaneSection;
  title: string;
  /** The address that the page requests as soon as it is shown, so that a job goes on. */
  refreshHref?: string | undefined;
  children: Child;
}) {
  const pageContext = usePageContext();
  const t = pageContext.t.dane;
  const { navigation, below } = navigationFrom(
    {
      entries: ENTRIES,
      hrefOf: (one: DaneSection) => PATHS[one],
      labels: { navigation: t.sectionsNavigation, entries: t.entries, pages: t.sections },
    },
    section,
  );
  return (
    <Layout title={title} description={t.description} refreshHref={refreshHref} navigation={navigation}>
      <h1>{title}</h1>
      <PagesBelow below={below} />
      <JobRows lines={pageContext.account?.work ?? []} />
      {children}
    </Layout>
  );
}
