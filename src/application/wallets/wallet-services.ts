import type { VerifyPresentation } from '../verification/verify-presentation.ts';
import { readProtocols, takeStep } from './exchange.ts';
import { leaveWallet, offerBadge, readWalletState, withdrawOffer } from './offer-badge.ts';
import { giveCredential, giveNonce, type ProtocolNeeds, readCredentialOffer, redeemCode } from './oid4vci.ts';

/** Use cases of the badges in wallets. */
export function makeWalletServices(
  needs: ProtocolNeeds & { readonly verifyPresentation: VerifyPresentation },
) {
  return {
    offerBadge: offerBadge(needs),
    withdrawOffer: withdrawOffer(needs),
    leaveWallet: leaveWallet(needs),
    readWalletState: readWalletState(needs),
    readCredentialOffer: readCredentialOffer(needs),
    redeemCode: redeemCode(needs),
    giveNonce: giveNonce(needs),
    giveCredential: giveCredential(needs),
    readProtocols: readProtocols(needs),
    takeStep: takeStep(needs),
  };
}

export type WalletServices = ReturnType<typeof makeWalletServices>;
