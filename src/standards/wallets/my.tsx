import type { AppDeps } from '../../adapters/http/env.ts';
import { ActionButton, Form, Submit } from '../../adapters/http/forms/elements.tsx';
import { noFields } from '../../adapters/http/forms/schema.ts';
import { afterDoing, type Done } from '../../adapters/http/forms/submission.ts';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { readSecretCookie } from '../../adapters/http/middleware/session-cookies.ts';
import { BadgeLayout } from '../../adapters/http/my/badges/layout.tsx';
import { CHOOSE, readIssued, spaceOf } from '../../adapters/http/my/badges/owned.ts';
import { badgeChoiceView } from '../../adapters/http/my/badges/view.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { sha256Of } from '../../application/digest.ts';
import { DomainError } from '../../domain/errors.ts';
import { credentialOfferUrl } from './actions-exchange.ts';
import { codeOf, hashPin, pinOf } from './actions-secrets.ts';
import type { WalletOffer } from './feature.ts';
import { WalletCode } from './public.tsx';

/** `/my/badges/{id}/wallet`: the holder offers a badge to their own wallet. */
export const walletPages = (deps: AppDeps) => {
  const { wallets } = deps;
  const act = (done: Done, run: typeof wallets.withdrawOffer | typeof wallets.leaveWallet) => ({
    schema: noFields,
    act: async (request: PageRequest) => {
      const command = await readCommand(request);
      await run(command);
      return afterDoing(done, `/my/badges/${command.id}/wallet`);
    },
  });
  return definePages(deps, 'my')
    .page('/my/badges/:id/wallet', CHOOSE, renderWallet)
    .form('/my/badges/:id/wallet', CHOOSE, {
      schema: noFields,
      act: async (request, _, { pin }) => {
        const command = await readCommand(request);
        const sessionSecret = pin?.includes('yes') ? readSecretCookie(request.c, 'session') : undefined;
        const secret = await wallets.offerBadge({ ...command, sessionSecret });
        return `/my/badges/${command.id}/wallet?offer=${secret}`;
      },
    })
    .form('/my/badges/:id/wallet/withdrawal', CHOOSE, act('wallet-offer-withdrawn', wallets.withdrawOffer))
    .form('/my/badges/:id/wallet/leaving', CHOOSE, act('wallet-left', wallets.leaveWallet));
};

async function readCommand(request: PageRequest) {
  const { award, credential } = await readIssued(request);
  // A school's badge is refused, because a school has no wallet.
  if (award.recipient.kind !== 'person') throw new DomainError('not-found');
  return { id: credential.id, personId: request.me };
}

/** An explanation of wallets, the code for one, and the state of the offer. */
async function renderWallet(request: PageRequest) {
  const issued = await readIssued(request);
  const { id } = await readCommand(request);
  const { waiting, taken } = await request.deps.wallets.readWalletState(id);
  const offer = waiting && (await readOffer(request, waiting));
  const badge = await badgeChoiceView(request.deps, issued, request.wording.locale);
  const { wallets: t, moment, my } = request.t;
  const href = `${badge.href}/wallet`;
  return request.answer(
    <BadgeLayout view={badge} title={t.title}>
      <p class="lede">{t.lede(badge.name)}</p>
      {taken && (
        <div class="notice">
          <p>{t.taken(moment(taken.at))}</p>
          <ActionButton action={`${href}/leaving`} class="secondary">
            {t.leave}
          </ActionButton>
          <p class="note">{t.leaveText}</p>
        </div>
      )}
      {waiting && (
        <section aria-labelledby="waits">
          <h2 id="waits">{t.waits}</h2>
          {offer ? <Offer {...offer} /> : <p>{t.lost}</p>}
          <p>{t.until(moment(waiting.expiresAt))}</p>
          <ActionButton action={`${href}/withdrawal`} class="secondary">
            {t.withdraw}
          </ActionButton>
        </section>
      )}
      {badge.state === 'accepted' ? (
        <section aria-labelledby="prepare">
          <h2 id="prepare">{waiting ? t.again : t.prepare}</h2>
          <OfferForm href={href} isSecond={waiting !== undefined} />
        </section>
      ) : (
        <p class="notice">{t.notOpen}</p>
      )}
      <h2>{t.what}</h2>
      <p>{t.whatText}</p>
      <p>
        <a href={badge.href}>{my.badges.one.backToBadge}</a>
      </p>
    </BadgeLayout>,
    { space: spaceOf(issued) },
  );
}

function OfferForm({ href, isSecond }: { href: string; isSecond: boolean }) {
  const t = usePageContext().t.wallets;
  return (
    <Form action={href}>
      <p>{t.changes}</p>
      <p class="choice">
        <input type="checkbox" id="pin" name="pin" value="yes" aria-describedby="pin-note" />{' '}
        <label for="pin">{t.askPin}</label>
      </p>
      <p class="note" id="pin-note">
        {t.askPinText}
      </p>
      <Submit class={isSecond ? 'secondary' : undefined}>{t.make}</Submit>
    </Form>
  );
}

function Offer({ secret, walletUrl, pin }: NonNullable<Awaited<ReturnType<typeof readOffer>>>) {
  const t = usePageContext().t.wallets;
  return (
    <>
      <p>{t.scan}</p>
      <WalletCode secret={secret} />
      {pin && (
        <p class="notice">
          {t.pin} <strong>{pin}</strong>
        </p>
      )}
      <p>
        <a class="button" href={walletUrl}>
          {t.open}
        </a>
      </p>
    </>
  );
}

/** The code of an offer, where the address has its secret. The PIN is shown only in the session that asked
 *  for it. */
async function readOffer({ c, ports, query }: PageRequest, waiting: WalletOffer) {
  const secret = query('offer') ?? '';
  if (waiting.tokenHash || (await sha256Of(secret)) !== waiting.secretHash) return undefined;
  const walletUrl = credentialOfferUrl(ports.origin, secret);
  if (waiting.pinHash === undefined) return { secret, walletUrl, pin: undefined };
  const pin = await pinOf(secret, readSecretCookie(c, 'session') ?? '');
  const isOurs = (await hashPin(pin, await codeOf(secret))) === waiting.pinHash;
  return isOurs ? { secret, walletUrl, pin } : undefined;
}
