import type { AboutLink, AboutSection } from '../../../../texts/about.ts';
import { A } from '../../shell/a.tsx';
import { Layout } from '../../shell/layout.tsx';

export interface AboutView {
  readonly title: string;
  readonly description: string;
  readonly lede: string;
  readonly sections: readonly AboutSection[];
}

/** `/privacy`, `/legal` and `/help`: a page of words with its sections. */
export function AboutPage({ view }: { view: AboutView }) {
  return (
    <Layout title={view.title} description={view.description}>
      <h1>{view.title}</h1>
      <p class="lede">{view.lede}</p>
      {view.sections.map((section) => (
        <Section section={section} />
      ))}
    </Layout>
  );
}

function Section({ section: { title, text = [], list = [], links = [] } }: { section: AboutSection }) {
  return (
    <>
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
    </>
  );
}

/** Our parameter for the language is not added to addresses of other sites and of mail. */
function Target({ link: { href, label } }: { link: AboutLink }) {
  if (href === undefined) return <>{label}</>;
  return href.startsWith('/') ? <A href={href}>{label}</A> : <a href={href}>{label}</a>;
}
