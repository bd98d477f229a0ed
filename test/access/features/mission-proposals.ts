import type { FeatureAccess } from '../types.ts';

export const access: FeatureAccess = {
  routes: {
    'GET /my/missions/:id': 'owner',
    'POST /my/missions/:id': 'owner',
    'GET /school/:uai/missions': 'school-read',
    'GET /school/:uai/missions/new': 'head',
    'GET /school/:uai/newcomers': 'school-read',
    'POST /school/:uai/newcomers/:id/welcome': 'head',
    'POST /school/:uai/newcomers/invitations/:id/withdrawal': 'head',
    'POST /school/:uai/missions/new': 'head',
    'POST /school/:uai/missions/:id/withdrawal': 'head',
  },
};
