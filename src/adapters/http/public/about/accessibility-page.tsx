import { Layout } from '../../shell/layout.tsx';
import { useFrame } from '../../shell/use-frame.ts';

/** `/accessibility`: what was tested, what was not, and the contact. */
export function AccessibilityPage({ view }: { view: { readonly email: string } }) {
  const t = useFrame().t.accessibility;
  return (
    <Layout title={t.title} description={t.description}>
      <h1>{t.title}</h1>
      <p class="lede">{t.lede}</p>
      <h2>{t.tested}</h2>
      <ul class="prose">
        {t.testedList.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
      <h2>{t.notTested}</h2>
      <ul class="prose">
        {t.notTestedList.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
      <h2>{t.contact}</h2>
      <p>{t.contactText}</p>
      <p>
        <a href={`mailto:${view.email}`}>{view.email}</a>
      </p>
      <p>{t.rights}</p>
    </Layout>
  );
}
