import type { FeatureAccess } from '../types.ts';

export const access: FeatureAccess = {
  routes: {
    'GET /dane/wishes': 'dane',
    'GET /dane/wishes.csv': 'dane',
    'GET /dane/wishes.xlsx': 'dane',
    'GET /dane/wishes/plan': 'dane',
    'POST /dane/wishes/plan': 'dane',
    'POST /dane/wishes/plan/removal': 'dane',
  },
};
