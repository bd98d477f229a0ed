import type { FeatureAccess } from '../types.ts';

export const access: FeatureAccess = {
  routes: {
    'GET /records/:name': 'public',
    'GET /records/:id/qr.png': 'public',
    'GET /records/:id/qr.svg': 'public',
    'GET /my/record': 'account',
    'POST /my/record': 'account',
    'POST /my/record/withdraw': 'account',
  },
};
