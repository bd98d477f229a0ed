export const walletColumns = { wallet_offer: { taken: { at: 'taken_at', holder: 'holder' } } } as const;
