import type { AboutLink, AboutSection } from '../../../../texts/about.ts';
import { TextLink } from '../../components/link.tsx';
import { Contents, TwoColumns } from '../../components/two-columns.tsx';
import { Layout } from '../../layout/html-document.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import { toSlug } from '../../responses/url-path.ts';

export interface AboutView {
  readonly title: string;
  readonly description: string;
  readonly lede: string;
  readonly sections: readonly AboutSection[];
}

/** `/privacy`, `/legal`, `/help`, `/site-map`, `/accessibility`: a page of words with its sections; in the
 *  margin, its contents and the other pages on the service. */
export function AboutPage({ view }: { view: AboutView }) {
  const { t } = usePageContext();
  const parts = view.sections.map(({ title }) => ({ id: toSlug(title), title }));
  return (
    <Layout title={view.title} description={view.description}>
      <h1>{view.title}</h1>
      <p class="lede">{view.lede}</p>
      <TwoColumns
        margin={
          <>
            {parts.length > 2 && <Contents label={t.framework.contents} parts={parts} />}
            <Others title={view.title} />
          </>
        }
      >
        {view.sections.map((section) => (
          <Section section={section} />
        ))}
      </TwoColumns>
    </Layout>
  );
}

/** The other pages on the service. */
function Others({ title }: { title: string }) {
  const { about, accessibility, layout } = usePageContext().t;
  const pages = [
    ['/help', about.help],
    ['/privacy', about.privacy],
    ['/legal', about.legal],
    ['/accessibility', accessibility],
    ['/site-map', about.siteMap],
  ] as const;
  return (
    <nav aria-label={layout.aboutService}>
      <p class="card-label">{layout.aboutService}</p>
      <ul>
        {pages
          .filter(([, page]) => page.title !== title)
          .map(([href, page]) => (
            <li>
              <TextLink href={href}>{page.link}</TextLink>
            </li>
          ))}
      </ul>
    </nav>
  );
}

function Section({ section: { title, text = [], list = [], links = [] } }: { section: AboutSection }) {
  return (
    <section id={toSlug(title)}>
      <h2>{title}</h2>
      {list.length > 0 && (
        <ul class="prose">
          {list.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      )}
      {text.map((one) => (
        <p class="prose">{one}</p>
      ))}
      {links.length > 0 && (
        <ul>
          {links.map((link) => (
            <li>
              <Target link={link} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Our parameter for the language is not added to addresses of other sites and of mail. */
function Target({ link: { href, label } }: { link: AboutLink }) {
  if (href === undefined) return <>{label}</>;
  return href.startsWith('/') ? <TextLink href={href}>{label}</TextLink> : <a href={href}>{label}</a>;
}
