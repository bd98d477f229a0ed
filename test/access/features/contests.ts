import type { FeatureAccess } from '../types.ts';

export const access: FeatureAccess = {
  routes: {
    'GET /my/contests': 'account',
    'GET /my/contests/:id': 'owner',
    'POST /my/contests/:id': 'owner',
    'GET /school/:uai/contests': 'school-read',
    'GET /school/:uai/contests/:id': 'school-read',
    'GET /dane/contests': 'dane',
    'GET /dane/contests/:id': 'dane',
    'POST /dane/contests/:id': 'dane',
  },
};
