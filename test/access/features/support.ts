import type { FeatureAccess } from '../types.ts';

export const access: FeatureAccess = {
  routes: {
    'GET /my/support': 'account',
    'GET /my/support/new': 'account',
    'POST /my/support/new': 'account',
    'GET /my/support/:id': 'owner',
    'POST /my/support/:id': 'owner',
    'POST /my/support/:id/end': 'owner',
    'GET /school/:uai/support': 'school-read',
    'GET /dane/support': 'dane',
    'GET /dane/support/:id': 'dane',
    'POST /dane/support/:id': 'dane',
    'POST /dane/support/:id/end': 'dane',
  },
};
