import { Layout } from '../../shell/layout.tsx';
import { useFrame } from '../../shell/use-frame.ts';

interface InteractionView {
  readonly secret: string;
  /** Opens a wallet on this device. */
  readonly walletUrl: string;
}

/** `/interactions/{id}`: the page for people who scanned the code with a camera. */
export function InteractionPage({ view }: { readonly view: InteractionView }) {
  const t = useFrame().t.wallet;
  return (
    <Layout title={t.takeTitle} description={t.whatText}>
      <h1>{t.takeTitle}</h1>
      <p class="lede">{t.takeLede}</p>
      <p>
        <a class="button" href={view.walletUrl}>
          {t.open}
        </a>
      </p>
      <p>{t.scan}</p>
      <WalletCode secret={view.secret} />
      <h2>{t.what}</h2>
      <p>{t.whatText}</p>
    </Layout>
  );
}

/** The QR code for a wallet on another device. */
export function WalletCode({ secret }: Pick<InteractionView, 'secret'>) {
  const t = useFrame().t.wallet;
  return (
    <p>
      <img src={`/interactions/${secret}/qr.svg`} alt={t.qrAlt} width="260" height="260" />
    </p>
  );
}
