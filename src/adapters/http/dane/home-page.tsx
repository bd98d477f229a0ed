import { inLanguage } from '../pages/in-language.ts';
import type { PageFrame } from '../pages/page-frame.ts';
import { DaneLayout } from './dane-layout.tsx';
import type { DaneWaiting } from './dane-waiting.ts';

export interface DaneHomeView {
  readonly waiting: readonly DaneWaiting[];
}

/** `/dane`: what waits for the DANE, in one glance. */
export function DaneHomePage({ frame, view }: { frame: PageFrame; view: DaneHomeView }) {
  const t = frame.t.dane;
  return (
    <DaneLayout frame={frame} section="home" title={t.title}>
      <p class="lede">{view.waiting.length > 0 ? t.home.lede : t.home.nothing}</p>
      <ul class="waiting">
        {view.waiting.map(({ text, href }) => (
          <li>
            <a href={inLanguage(frame, href)}>{text}</a>
          </li>
        ))}
      </ul>
    </DaneLayout>
  );
}
