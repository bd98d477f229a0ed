import type { FeatureAccess } from '../types.ts';

export const access: FeatureAccess = {
  routes: {
    'GET /profiles/:id': 'public',
    'GET /profiles/:id/qr.svg': 'public',
    'GET /my/badges/published': 'account',
    'GET /my/profile': 'account',
    'GET /my/profile/preview': 'account',
    'POST /my/profile': 'account',
    'POST /my/profile/remove': 'account',
  },
};
