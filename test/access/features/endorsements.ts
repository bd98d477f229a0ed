import type { FeatureAccess } from '../types.ts';

export const access: FeatureAccess = {
  routes: {
    'POST /my/badges/:id/words/add': 'owner',
    'POST /my/badges/:id/words/decline': 'owner',
    'POST /my/badges/:id/words/take-back': 'owner',
    'POST /school/:uai/people/:person/words': 'head',
    'POST /school/:uai/people/:person/words/remove': 'head',
  },
};
