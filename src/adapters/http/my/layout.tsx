import type { Child } from 'hono/jsx';
import { Layout } from '../layout/html-document.tsx';
import { type FeaturePage, withFeaturePages, withFeaturePaths } from '../layout/menu.ts';
import { usePageContext } from '../layout/page-context.ts';
import { navigationFrom, PagesBelow } from '../layout/section-navigation.tsx';

type CorePage =
  | 'home'
  | 'engagements'
  | 'trainings'
  | 'contributions'
  | 'badges'
  | 'iprof'
  | 'documents'
  | 'data';
export type MyPage = CorePage | FeaturePage<'my'>;

const ADDRESSES = withFeaturePaths<'my', CorePage>('my', {
  home: '/my',
  engagements: '/my/engagements',
  trainings: '/my/trainings',
  contributions: '/my/contributions',
  badges: '/my/badges',
  iprof: '/my/iprof',
  documents: '/my/papers',
  data: '/my/data',
});

/** The five entries of the navigation, each with its pages. */
const ENTRIES = withFeaturePages('my', {
  home: ['home'],
  badges: ['badges'],
  engagement: ['engagements'],
  practice: ['trainings', 'contributions'],
  papers: ['documents', 'iprof', 'data'],
} as const);

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
