import { Wide } from '../../components/two-columns.tsx';
import { Layout } from '../../layout/document.tsx';
import { useFrame } from '../../layout/page-context.ts';
import type { CatalogueView } from '../../view-models/public-pages.ts';
import { BadgeCard } from './card.tsx';

/** `/badges`: every badge in force, with its main rules in words. */
export function CataloguePage({ view }: { view: CatalogueView }) {
  const { t } = useFrame();
  return (
    <Layout title={t.catalogue.title} description={t.catalogue.description} section="catalogue">
      <Wide margin={<Legend />}>
        <h1>{t.catalogue.title}</h1>
        <p class="lede">{t.catalogue.lede}</p>
        <p class="note">{t.catalogue.version(view.version, t.day(view.inForceFrom))}</p>
      </Wide>
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
  const { catalogue: t } = useFrame().t;
  return (
    <section>
      <h2>{t.legend}</h2>
      <p>{t.legendText}</p>
    </section>
  );
}
