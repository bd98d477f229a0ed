import type { FeatureAccess } from '../types.ts';

export const access: FeatureAccess = {
  routes: {
    'GET /procedure-sheets/:id': 'team',
    'GET /school/:uai/actions/procedure': 'school-read',
    'POST /school/:uai/actions/procedure': 'school-read',
    'POST /school/:uai/actions/procedure/remove': 'school-read',
  },
};
