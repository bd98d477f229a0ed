import { NEWS_LINKS, type NewsLinks } from '../../../application/settings/live.ts';
import { usePageContext } from '../layout/page-context.ts';
import type { NewsView } from '../view-models/public-pages.ts';

/** The addresses that the office has set, in the order of the settings. */
export function newsViews(links: NewsLinks): readonly NewsView[] {
  return NEWS_LINKS.flatMap((name) => {
    const url = links[name];
    return url ? [{ name, url }] : [];
  });
}

/** The office's news addresses; nothing if none is set. */
export function News({ news }: { news: readonly NewsView[] }) {
  const t = usePageContext().t.framework.news;
  if (news.length === 0) return null;
  return (
    <section id="news">
      <h2>{t.title}</h2>
      <ul class="links">
        {news.map(({ name, url }) => (
          <li>
            <a href={url}>{t.links[name]}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
