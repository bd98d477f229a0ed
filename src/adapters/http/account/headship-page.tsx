import type { Establishment } from '../../../domain/records.ts';
import { inLanguage } from '../pages/in-language.ts';
import { Layout } from '../pages/layout.tsx';
import type { PageFrame } from '../pages/page-frame.ts';

interface HeadshipView {
  readonly heads: readonly Establishment[];
  /** Those the ministry says this agent may head, and who did not say so yet. */
  readonly mayHead: readonly Establishment[];
}

/** `/headship`: the schools one heads, and those one may declare to head. */
export function HeadshipPage({ frame, view }: { frame: PageFrame; view: HeadshipView }) {
  const t = frame.t.account.headship;
  return (
    <Layout frame={frame} title={t.title} description={t.lede}>
      <h1>{t.title}</h1>
      {view.heads.length > 0 && (
        <ul class="links">
          {view.heads.map(({ uai, name, commune }) => (
            <li>
              <a href={inLanguage(frame, `/school/${uai}`)}>{name}</a> <span class="note">{commune}</span>
            </li>
          ))}
        </ul>
      )}
      {view.mayHead.length > 0 && (
        <section>
          <h2>{t.declare}</h2>
          <p>{t.declareText}</p>
          {view.mayHead.map(({ uai, name, commune }) => (
            <form method="post" action="/headship" class="one-line">
              <input type="hidden" name="uai" value={uai} />
              <button type="submit">{t.declareOne(name, commune)}</button>
            </form>
          ))}
        </section>
      )}
      {view.heads.length === 0 && view.mayHead.length === 0 && <p class="lede">{t.none}</p>}
    </Layout>
  );
}
