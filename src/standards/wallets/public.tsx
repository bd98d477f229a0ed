import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { MEDIA_TYPES } from '#open-badges/credential';
import { qrSvg } from '../../adapters/http/components/qr-code.ts';
import type { AppDeps, AppEnv } from '../../adapters/http/env.ts';
import { Layout } from '../../adapters/http/layout/html-document.tsx';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { preferredType } from '../../adapters/http/responses/content-negotiation.ts';
import { answerError, answerPage, pageContextOf } from '../../adapters/http/responses/page.tsx';
import { readBody } from '../vc-api/api.ts';
import { WalletRejection } from './actions-refusal.ts';
import { refusing, secretOf } from './api-answer.ts';

const LONGEST_BODY = 128 * 1024;

/** `/interactions/{id}?iuv=1`: the address in a QR code (VCALM, "Interaction URL"). A wallet gets the list of
 *  protocols, a person a page. The exchange itself follows. */
export function interactionRoutes(deps: AppDeps) {
  const { ports, wallets } = deps;
  const protocolsOf = async (c: Context<AppEnv>) => {
    try {
      const secret = secretOf(c);
      return { secret, protocols: await wallets.readProtocols(secret) };
    } catch (error) {
      if (error instanceof WalletRejection) return undefined;
      throw error;
    }
  };
  return new Hono<AppEnv>()
    .use('/interactions/:secret', cors())
    .use('/vc-api/exchanges/*', cors())
    .get('/interactions/:secret', async (c) => {
      c.header('Cache-Control', 'no-store');
      c.header('Vary', 'Accept, Accept-Language');
      const found = await protocolsOf(c);
      const isProgram =
        preferredType(c.req.header('Accept'), [MEDIA_TYPES.json, 'text/html']) === MEDIA_TYPES.json;
      if (isProgram)
        return found ? c.json({ protocols: found.protocols }, 200) : c.json({ error: 'not_found' }, 404);
      if (!found) return answerError(c, deps, { kind: 'not-found', status: 404 });
      const view = { secret: found.secret, walletUrl: found.protocols['OID4VCI'] ?? '' };
      const page = await answerPage(c, pageContextOf(c, deps), <InteractionPage view={view} />);
      // Its address is a secret, so no cache keeps it.
      c.header('Cache-Control', 'no-store');
      page.headers.set('Cache-Control', 'no-store');
      return page;
    })
    .get('/interactions/:secret/qr.svg', async (c) => {
      c.header('Cache-Control', 'no-store');
      const found = await protocolsOf(c);
      if (!found) return answerError(c, deps, { kind: 'not-found', status: 404 });
      const svg = await qrSvg(interactionUrl(ports.origin, found.secret));
      return c.body(svg, 200, { 'Content-Type': MEDIA_TYPES.svg });
    })
    .post(
      '/vc-api/exchanges/:secret',
      refusing(async (c) => {
        const body = await readBody(c, LONGEST_BODY);
        if ('fault' in body) throw new WalletRejection('invalid_request', body.fault);
        return c.json(await wallets.takeStep(secretOf(c), body.object), 200);
      }),
    );
}

interface InteractionView {
  readonly secret: string;
  /** Opens a wallet on this device. */
  readonly walletUrl: string;
}

/** `/interactions/{id}`: the page for people who scanned the code with a camera. */
function InteractionPage({ view }: { readonly view: InteractionView }) {
  const t = usePageContext().t.wallets;
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
  const t = usePageContext().t.wallets;
  return (
    <p>
      <img src={`/interactions/${secret}/qr.svg`} alt={t.qrAlt} width="260" height="260" />
    </p>
  );
}

/** The address in the QR code: short, so that the code stays easy to read. */
function interactionUrl(origin: string, secret: string): string {
  return `${origin}/interactions/${secret}?iuv=1`;
}
