import type { FeatureAccess } from '../types.ts';

export const access: FeatureAccess = {
  routes: {
    'GET /my/class-projects': 'account',
    'GET /my/class-projects/:id': 'account',
    'POST /my/class-projects/:id': 'account',
    'POST /my/class-projects/:id/withdrawal': 'account',
    'GET /dane/class-projects': 'dane',
    'GET /dane/class-projects/:id': 'dane',
    'POST /dane/class-projects': 'dane',
    'POST /dane/class-projects/:id': 'dane',
    'POST /dane/class-projects/:id/end': 'dane',
  },
};
