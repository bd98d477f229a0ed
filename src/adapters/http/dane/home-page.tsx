import { useFrame } from '../shell/use-frame.ts';
import { DaneLayout } from './dane-layout.tsx';
import type { DaneWaiting } from './dane-waiting.ts';
import { UnderWay, type UnderWayView } from './decisions/under-way.tsx';

export interface DaneHomeView {
  readonly waiting: readonly DaneWaiting[];
  /** Decisions on several badges that are not finished. */
  readonly underWay: readonly UnderWayView[];
  /** The open campaigns. */
  readonly campaigns: readonly {
    readonly name: string;
    readonly href: string;
    readonly closesOn: string;
    readonly answered: number;
    readonly asked: number;
  }[];
}

/** `/dane`: an overview of the DANE's waiting tasks. */
export function DaneHomePage({ view }: { view: DaneHomeView }) {
  const frame = useFrame();
  const t = frame.t.dane;
  const waits = view.waiting.some(({ count }) => count > 0);
  return (
    <DaneLayout section="home" title={t.title}>
      <p class="lede">{waits ? t.home.lede : t.home.nothing}</p>
      <UnderWay jobs={view.underWay} />
      <ul class="waiting">
        {view.waiting.map(({ count, text, href }) => (
          <li class={count === 0 ? 'at-rest' : undefined}>
            <a href={href}>
              <strong>{count}</strong> {text}
            </a>
          </li>
        ))}
      </ul>
      <h2>{t.home.campaigns}</h2>
      {view.campaigns.length === 0 && <p>{t.home.noCampaign}</p>}
      <ul class="waiting">
        {view.campaigns.map(({ name, href, closesOn, answered, asked }) => (
          <li>
            <a href={href}>{name}</a>
            <span class="block">{t.home.campaign(answered, asked, frame.t.day(closesOn))}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href="/dane/campaigns">{t.home.allCampaigns}</a>
      </p>
    </DaneLayout>
  );
}
