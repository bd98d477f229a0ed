import type { FeatureAccess } from '../types.ts';

export const access: FeatureAccess = {
  routes: {
    'GET /school/:uai/means': 'school-read',
    'POST /school/:uai/means': 'head',
    'POST /school/:uai/means/remove': 'head',
  },
};
