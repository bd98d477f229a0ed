import type { FeatureAccess } from '../types.ts';

export const access: FeatureAccess = {
  routes: {
    'GET /school/:uai/projects': 'school-read',
    'POST /school/:uai/projects': 'school-read',
    'POST /school/:uai/projects/remove': 'school-read',
  },
};
