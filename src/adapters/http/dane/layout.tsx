import type { Child } from 'hono/jsx';
import { JobRows } from '../components/running-jobs.tsx';
import { Layout } from '../layout/html-document.tsx';
import { usePageContext } from '../layout/page-context.ts';
import { navigationFrom, PagesBelow } from '../layout/section-navigation.tsx';

export type DaneSection =
  | 'home'
  | 'decisions'
  | 'coverage'
  | 'schools'
  | 'campaigns'
  | 'newYear'
  | 'meetings'
  | 'contests'
  | 'support'
  | 'people'
  | 'directory'
  | 'messages'
  | 'doubts'
  | 'requests'
  | 'badges'
  | 'criteria'
  | 'events'
  | 'wishes'
  | 'reports'
  | 'classProjects'
  | 'imports'
  | 'exports'
  | 'audit'
  | 'settings';

const PATHS: Readonly<Record<DaneSection, string>> = {
  home: '/dane',
  decisions: '/dane/decisions',
  contests: '/dane/contests',
  support: '/dane/support',
  coverage: '/dane/coverage',
  schools: '/dane/schools',
  campaigns: '/dane/campaigns',
  newYear: '/dane/new-year',
  meetings: '/dane/meetings',
  people: '/dane/people',
  directory: '/dane/directory',
  messages: '/dane/messages',
  doubts: '/dane/people/doubts',
  requests: '/dane/requests',
  events: '/dane/events',
  wishes: '/dane/wishes',
  reports: '/dane/yearly-reports',
  classProjects: '/dane/class-projects',
  imports: '/dane/imports',
  exports: '/dane/exports',
  badges: '/dane/badges',
  criteria: '/dane/criteria',
  audit: '/dane/audit',
  settings: '/dane/settings',
};

/** The five entries of the navigation, each with its pages. */
const ENTRIES = {
  decide: ['home', 'decisions', 'contests', 'support'],
  schools: ['coverage', 'schools', 'newYear', 'campaigns', 'meetings'],
  people: ['people', 'directory', 'messages', 'doubts', 'requests'],
  files: ['events', 'wishes', 'reports', 'classProjects', 'imports', 'exports'],
  rules: ['badges', 'criteria', 'settings', 'audit'],
} as const satisfies Readonly<Record<string, readonly DaneSection[]>>;

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
