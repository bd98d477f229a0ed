import type { FeatureAccess } from '../types.ts';

export const access: FeatureAccess = {
  routes: {
    'GET /dane/campaigns': 'dane',
    'GET /dane/campaigns/preview': 'dane',
    'GET /dane/campaigns/:id': 'dane',
    'GET /dane/campaigns/:id/preview': 'dane',
    'GET /dane/campaigns/:id/documents': 'dane',
    'GET /dane/campaigns/:id/end': 'dane',
    'GET /dane/campaigns/:id/requests': 'dane',
    'GET /dane/campaigns/:id/schools': 'dane',
    'POST /dane/campaigns': 'dane',
    'POST /dane/campaigns/:id/ask': 'dane',
    'POST /dane/campaigns/:id/cancellation': 'dane',
    'POST /dane/campaigns/:id/closing': 'dane',
    'POST /dane/campaigns/:id/confirm': 'dane',
  },
};
