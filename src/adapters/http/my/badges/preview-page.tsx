import type { HolderChoice } from '../../../../domain/award/award-types.ts';
import type { FormValues } from '../../shell/form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';
import { NetworkCard, type NetworkCardView } from './network-card.tsx';

export interface PreviewView {
  readonly audience: 'me' | HolderChoice['visibility'];
  readonly badges: readonly {
    readonly id: string;
    readonly name: string;
    readonly card: NetworkCardView;
    /** The preview of its whole page. */
    readonly href: string;
  }[];
  /** The choice as it was previewed, which the form sends. */
  readonly values: FormValues;
  /** The address of the choice. */
  readonly backHref: string;
}

/** `/my/badges/new/preview`: the card of each badge as others would see it, and the button to accept them
 *  with this choice. */
export function PreviewPage({ view }: { view: PreviewView }) {
  const t = useFrame().t.my.moment;
  const { badges } = view;
  const many = badges.length;
  return (
    <MyLayout page="badges" title={t.previewTitle}>
      <p class="lede">{view.audience === 'me' ? t.previewMe(many) : t.previewText}</p>
      {view.audience !== 'me' && (
        <ul class="previews">
          {badges.map(({ name, card, href }) => (
            <li>
              <NetworkCard card={card} />
              <p>
                <a href={href}>
                  {t.previewWhole}
                  <span class="visually-hidden">{t.declineOf(name)}</span>
                </a>
              </p>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action="/my/badges/new">
        {badges.map(({ id }) => (
          <input type="hidden" name="badge" value={id} />
        ))}
        {Object.entries(view.values).flatMap(([name, values]) =>
          values.map((value) => <input type="hidden" name={name} value={value} />),
        )}
        <div class="actions stays">
          <button type="submit">{t.previewAccept(many)}</button>
          <a class="button-secondary" href={view.backHref}>
            {t.previewBack}
          </a>
        </div>
      </form>
    </MyLayout>
  );
}
