import type { Child } from 'hono/jsx';
import { Layout } from '../../layout/html-document.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import { MyLayout } from '../layout.tsx';
import type { BadgeChoiceView } from './view.ts';

/** The frame of a page about a badge: in the person's own space, or for a school's badge under its school. */
export function BadgeLayout({
  view,
  title,
  children,
}: {
  view: Pick<BadgeChoiceView, 'school' | 'schoolUai'>;
  title: string;
  children: Child;
}) {
  const pageContext = usePageContext();
  if (view.school === undefined) {
    return (
      <MyLayout page="badges" title={title}>
        {children}
      </MyLayout>
    );
  }
  return (
    <Layout title={title} description={pageContext.t.my.badges.one.forSchool(view.school)}>
      <p class="kicker">
        <a href={`/school/${view.schoolUai}/badge`}>{pageContext.t.my.badges.one.forSchool(view.school)}</a>
      </p>
      <h1>{title}</h1>
      {children}
    </Layout>
  );
}
