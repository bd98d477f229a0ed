import type { ProofChecker } from '#open-badges/proofs';
import type { VerifyPresentation } from '#open-badges/verification';
import type { Ports } from '../../application/service-ports.ts';
import { readProtocols, takeStep } from './actions-exchange.ts';
import { leaveWallet, offerBadge, readWalletState, withdrawOffer } from './actions-offer-badge.ts';
import { giveCredential, giveNonce, readCredentialOffer, redeemCode } from './actions-oid4vci.ts';

/** What judges the proofs of wallets. */
interface WalletJudges {
  readonly proofs: ProofChecker;
  readonly verifyPresentation: VerifyPresentation;
}

/** Use cases of the badges in wallets. */
export function walletServices(ports: Ports, { proofs, verifyPresentation }: WalletJudges) {
  return {
    offerBadge: offerBadge(ports),
    withdrawOffer: withdrawOffer(ports),
    leaveWallet: leaveWallet(ports),
    readWalletState: readWalletState(ports),
    readCredentialOffer: readCredentialOffer(ports),
    redeemCode: redeemCode(ports),
    giveNonce: giveNonce(ports),
    giveCredential: giveCredential(ports, proofs),
    readProtocols: readProtocols(ports),
    takeStep: takeStep(ports, verifyPresentation),
  };
}

export type WalletServices = ReturnType<typeof walletServices>;
