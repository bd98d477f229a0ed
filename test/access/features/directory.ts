import type { FeatureAccess } from '../types.ts';

export const access: FeatureAccess = {
  routes: {
    'GET /api/v1/directory': 'api-write',
    'GET /my/directory': 'account',
    'POST /my/directory/consent': 'account',
    'POST /my/directory/withdrawal': 'account',
    'GET /school/:uai/directory': 'school-read',
    'GET /dane/directory': 'dane',
    'GET /dane/directory.csv': 'dane',
    'GET /dane/directory.vcf': 'dane',
    'GET /dane/directory/addresses': 'dane',
  },
};
