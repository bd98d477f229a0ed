import type { FeatureAccess } from '../types.ts';

export const access: FeatureAccess = {
  routes: {
    'GET /dane/requests': 'dane',
    'POST /dane/requests': 'dane',
  },
};
