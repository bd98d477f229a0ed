import type { Child } from 'hono/jsx';
import { Layout } from '../shell/layout.tsx';
import { useFrame } from '../shell/use-frame.ts';

export type MyPage =
  | 'home'
  | 'engagements'
  | 'trainings'
  | 'contributions'
  | 'badges'
  | 'iprof'
  | 'documents'
  | 'data';

const ADDRESSES: Readonly<Record<MyPage, string>> = {
  home: '/my',
  engagements: '/my/engagements',
  trainings: '/my/trainings',
  contributions: '/my/contributions',
  badges: '/my/badges',
  iprof: '/my/iprof',
  documents: '/my/documents',
  data: '/my/data',
};

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
  const t = useFrame().t.my;
  return (
    <Layout title={title} description={lede ?? title}>
      <nav class="sections" aria-label={t.navigation}>
        {(Object.keys(ADDRESSES) as MyPage[]).map((one) => (
          <a href={ADDRESSES[one]} aria-current={one === page ? 'page' : undefined}>
            {t.pages[one]}
          </a>
        ))}
      </nav>
      <h1>{title}</h1>
      {lede && <p class="lede">{lede}</p>}
      {children}
    </Layout>
  );
}
