/** The columns of its tables whose names do not follow from their property. */
export const walletColumns = { wallet_offer: { taken: { at: 'taken_at', holder: 'holder' } } } as const;
