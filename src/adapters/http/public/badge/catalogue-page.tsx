import { TwoColumns } from '../../components/two-columns.tsx';
import { Layout } from '../../layout/html-document.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import type { CatalogueView } from '../../view-models/public-pages.ts';
import { BadgeCard } from './card.tsx';

/** `/badges`: every badge in force, with its main rules in words. */
export function CataloguePage({ view }: { view: CatalogueView }) {
  const { t } = usePageContext();
  return (
    <Layout title={t.catalogue.title} description={t.catalogue.description} section="catalogue">
      <TwoColumns margin={<Legend />}>
        <h1>{t.catalogue.title}</h1>
        <p class="lede">{t.catalogue.lede}</p>
        <p class="note">{t.catalogue.version(view.version, t.day(view.inForceFrom))}</p>
      </TwoColumns>
      <h2 class="visually-hidden">{t.home.badges}</h2>
      <ul class="cards cards-wide">
        {view.badges.map((badge) => (
          <BadgeCard badge={badge} />
        ))}
      </ul>
    </Layout>
  );
}

/** How to read the drawings. */
function Legend() {
  const { catalogue: t } = usePageContext().t;
  return (
    <section>
      <h2>{t.legend}</h2>
      <p>{t.legendText}</p>
    </section>
  );
}
