import { useFrame } from '../shell/use-frame.ts';
import type { SupportView } from './support-view.ts';

/** The messages of a request, the first one on top. */
export function Exchange({ view, own = false }: { view: SupportView; own?: boolean }) {
  const t = useFrame().t.support.one;
  return (
    <section aria-labelledby="exchange">
      <h2 id="exchange">{t.words}</h2>
      {view.words.map(({ side, name, moment, text }) => (
        <>
          <p class="note">{t.said(own && side === 'asker' ? t.you : name, moment)}</p>
          <blockquote class="as-written">{text}</blockquote>
        </>
      ))}
    </section>
  );
}
