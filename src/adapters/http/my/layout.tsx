import type { Child } from 'hono/jsx';
import { Layout } from '../layout/html-document.tsx';
import { usePageContext } from '../layout/page-context.ts';
import { navigationFrom, PagesBelow } from '../layout/section-navigation.tsx';

export type MyPage =
  | 'home'
  | 'support'
  | 'directory'
  | 'engagements'
  | 'report'
  | 'trainings'
  | 'contributions'
  | 'classProjects'
  | 'badges'
  | 'profile'
  | 'record'
  | 'elsewhere'
  | 'iprof'
  | 'documents'
  | 'data';

const ADDRESSES: Readonly<Record<MyPage, string>> = {
  home: '/my',
  support: '/my/support',
  directory: '/my/directory',
  engagements: '/my/engagements',
  report: '/my/yearly-report',
  trainings: '/my/trainings',
  contributions: '/my/contributions',
  classProjects: '/my/class-projects',
  badges: '/my/badges',
  profile: '/my/profile',
  record: '/my/record',
  elsewhere: '/my/badges/elsewhere',
  iprof: '/my/iprof',
  documents: '/my/papers',
  data: '/my/data',
};

/** The five entries of the navigation, each with its pages. */
const ENTRIES = {
  home: ['home', 'support', 'directory'],
  badges: ['badges', 'profile', 'record', 'elsewhere'],
  engagement: ['engagements', 'report'],
  practice: ['trainings', 'contributions', 'classProjects'],
  papers: ['documents', 'iprof', 'data'],
} as const satisfies Readonly<Record<string, readonly MyPage[]>>;

/** The shell of a person's own pages, with links between them. */
export function MyLayout({
  page,
  title,
  lede,
  children,
}: {
  page: MyPage;
  title: string;
  lede?: string;
  children: Child;
}) {
  const t = usePageContext().t.my;
  const { navigation, below } = navigationFrom(
    {
      entries: ENTRIES,
      hrefOf: (one: MyPage) => ADDRESSES[one],
      labels: { navigation: t.navigation, entries: t.entries, pages: t.pages },
    },
    page,
  );
  return (
    <Layout title={title} description={lede ?? title} navigation={navigation}>
      <h1>{title}</h1>
      <PagesBelow below={below} />
      {lede && <p class="lede">{lede}</p>}
      {children}
    </Layout>
  );
}
