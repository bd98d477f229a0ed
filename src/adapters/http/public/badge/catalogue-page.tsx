import { Layout } from '../../shell/layout.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import type { CatalogueView } from '../../shell/view-models.ts';
import { BadgeCard } from './badge-card.tsx';

/** `/badges`: every badge in force, with its main rules in words. */
export function CataloguePage({ view }: { view: CatalogueView }) {
  const { t } = useFrame();
  return (
    <Layout title={t.catalogue.title} description={t.catalogue.description} section="catalogue">
      <h1>{t.catalogue.title}</h1>
      <p class="lede">{t.catalogue.lede}</p>
      <p class="note">{t.catalogue.version(view.version, t.day(view.inForceFrom))}</p>
      <h2 class="visually-hidden">{t.home.badges}</h2>
      <ul class="cards cards-wide">
        {view.badges.map((badge) => (
          <BadgeCard badge={badge} />
        ))}
      </ul>
      <section class="prose">
        <h2>{t.catalogue.legend}</h2>
        <p>{t.catalogue.legendText}</p>
      </section>
    </Layout>
  );
}
