import { type Context, Hono } from 'hono';
import { sha256Of } from '../../../../application/digest.ts';
import { credentialOfferUrl } from '../../../../application/wallets/exchange.ts';
import { codeOf, hashPin, pinOf } from '../../../../application/wallets/secrets.ts';
import { compact } from '../../../../domain/compact.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { WalletOffer } from '../../../../domain/holder/wallet-offer.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { readSecretCookie } from '../../middleware/secret-cookies.ts';
import { readForm } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type Done } from '../../shell/take-form.ts';
import { badgeChoiceView } from './badge-view.ts';
import { guardsOf, readIssued, spaceFrame } from './owned-badge.ts';
import { WalletPage, type WalletView } from './wallet-page.tsx';

/** `/my/badges/{id}/wallet`: the holder offers a badge to their own wallet. */
export function walletRoutes(deps: AppDeps) {
  const { wallets } = deps;
  const guards = guardsOf(deps);
  const commandOf = async (c: Context<AppEnv>) => {
    const { award, credential } = await readIssued(c, deps);
    // A school's badge is refused, because a school has no wallet.
    if (award.recipient.kind !== 'person') throw new DomainError('not-found');
    return { id: credential.id, personId: c.var.signedIn.actor.personId };
  };
  const act = (done: Done, run: typeof wallets.withdrawOffer | typeof wallets.leaveWallet) => {
    return async (c: Context<AppEnv>) => {
      const command = await commandOf(c);
      await run(command);
      return c.redirect(afterDoing(done, `/my/badges/${command.id}/wallet`), 303);
    };
  };
  return new Hono<AppEnv>()
    .get('/my/badges/:id/wallet', ...guards, async (c) => {
      const issued = await readIssued(c, deps);
      const { id } = await commandOf(c);
      const { waiting, taken } = await wallets.readWalletState(id);
      const offer = waiting && (await shownOffer(c, deps, waiting));
      const view: WalletView = compact({
        badge: await badgeChoiceView(deps, issued, c.var.locale),
        takenAt: taken?.at,
        waitsUntil: waiting?.expiresAt,
        offer,
      });
      return answerPage(c, spaceFrame(c, deps, issued), <WalletPage view={view} />);
    })
    .post('/my/badges/:id/wallet', ...guards, async (c) => {
      const command = await commandOf(c);
      const { pin } = await readForm(c);
      const sessionSecret = pin?.includes('yes') ? readSecretCookie(c, 'session') : undefined;
      const secret = await wallets.offerBadge({ ...command, sessionSecret });
      return c.redirect(`/my/badges/${command.id}/wallet?offer=${secret}`, 303);
    })
    .post('/my/badges/:id/wallet/withdrawal', ...guards, act('wallet-offer-withdrawn', wallets.withdrawOffer))
    .post('/my/badges/:id/wallet/leaving', ...guards, act('wallet-left', wallets.leaveWallet));
}

/** The code of an offer, where the address has its secret. The PIN is shown only in the session that asked
 *  for it. */
async function shownOffer(c: Context<AppEnv>, { ports }: AppDeps, waiting: WalletOffer) {
  const secret = c.req.query('offer') ?? '';
  if (waiting.tokenHash || (await sha256Of(secret)) !== waiting.secretHash) return undefined;
  const walletUrl = credentialOfferUrl(ports.origin, secret);
  if (waiting.pinHash === undefined) return { secret, walletUrl };
  const pin = await pinOf(secret, readSecretCookie(c, 'session') ?? '');
  const isOurs = (await hashPin(pin, await codeOf(secret))) === waiting.pinHash;
  return isOurs ? { secret, walletUrl, pin } : undefined;
}
