import { ActButton, Form } from '../../shell/form-parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { WalletCode } from '../../standards/wallets/interaction-routes.tsx';
import { BadgeLayout } from './badge-layout.tsx';
import type { BadgeChoiceView } from './badge-view.ts';

export interface WalletView {
  readonly badge: BadgeChoiceView;
  /** The instant at which a wallet took the badge. */
  readonly takenAt?: string;
  /** The instant until which an offer waits for a wallet. */
  readonly waitsUntil?: string;
  /** The waiting offer, where this page made it. */
  readonly offer?: { readonly secret: string; readonly walletUrl: string; readonly pin?: string };
}

/** `/my/badges/{id}/wallet`: an explanation of wallets, the code for one, and the state of the offer. */
export function WalletPage({ view }: { readonly view: WalletView }) {
  const frame = useFrame();
  const t = frame.t.wallet;
  const { badge, takenAt, waitsUntil, offer } = view;
  const href = `${badge.href}/wallet`;
  return (
    <BadgeLayout view={badge} title={t.title}>
      <p class="lede">{t.lede(badge.name)}</p>
      {takenAt && (
        <div class="notice">
          <p>{t.taken(frame.t.moment(takenAt))}</p>
          <ActButton action={`${href}/leaving`} class="secondary">
            {t.leave}
          </ActButton>
          <p class="note">{t.leaveText}</p>
        </div>
      )}
      {waitsUntil && (
        <section aria-labelledby="waits">
          <h2 id="waits">{t.waits}</h2>
          {offer ? <Offer offer={offer} /> : <p>{t.lost}</p>}
          <p>{t.until(frame.t.moment(waitsUntil))}</p>
          <ActButton action={`${href}/withdrawal`} class="secondary">
            {t.withdraw}
          </ActButton>
        </section>
      )}
      {badge.state === 'accepted' ? (
        <section aria-labelledby="prepare">
          <h2 id="prepare">{waitsUntil ? t.again : t.prepare}</h2>
          <Form action={href}>
            <p>{t.changes}</p>
            <p class="choice">
              <input type="checkbox" id="pin" name="pin" value="yes" aria-describedby="pin-note" />{' '}
              <label for="pin">{t.askPin}</label>
            </p>
            <p class="note" id="pin-note">
              {t.askPinText}
            </p>
            <button type="submit" class={waitsUntil ? 'secondary' : undefined}>
              {t.make}
            </button>
          </Form>
        </section>
      ) : (
        <p class="notice">{t.notOpen}</p>
      )}
      <h2>{t.what}</h2>
      <p>{t.whatText}</p>
      <p>
        <a href={badge.href}>{frame.t.my.badges.one.backToBadge}</a>
      </p>
    </BadgeLayout>
  );
}

function Offer({ offer }: { readonly offer: NonNullable<WalletView['offer']> }) {
  const t = useFrame().t.wallet;
  return (
    <>
      <p>{t.scan}</p>
      <WalletCode secret={offer.secret} />
      {offer.pin && (
        <p class="notice">
          {t.pin} <strong>{offer.pin}</strong>
        </p>
      )}
      <p>
        <a class="button" href={offer.walletUrl}>
          {t.open}
        </a>
      </p>
    </>
  );
}
