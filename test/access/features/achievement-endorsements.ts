import type { FeatureAccess } from '../types.ts';

export const access: FeatureAccess = {
  routes: {
    'GET /api/v1/endorsements': 'api-write',
    'POST /api/v1/endorsements': 'api-write',
    'POST /api/v1/endorsements/:id/withdrawal': 'api-write',
    'GET /dane/badges/:code/endorsements': 'dane',
    'POST /dane/badges/:code/endorsements': 'dane',
    'POST /dane/badges/:code/endorsements/:id/check': 'dane',
    'GET /dane/badges/:code/endorsements/:id/withdrawal': 'dane',
    'POST /dane/badges/:code/endorsements/:id/withdrawal': 'dane',
  },
};
