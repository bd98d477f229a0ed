import type { FeatureAccess } from '../types.ts';

export const access: FeatureAccess = {
  routes: {
    'GET /school/:uai/meetings': 'school-read',
    'GET /school/:uai/meetings/:id': 'school-read',
    'GET /school/:uai/meetings/:id/record': 'head',
    'POST /school/:uai/meetings': 'head',
    'POST /school/:uai/meetings/:id/day': 'head',
    'POST /school/:uai/meetings/:id/cancellation': 'head',
    'POST /school/:uai/meetings/:id/record': 'head',
    'POST /school/:uai/meetings/:id/record/removal': 'head',
    'GET /dane/meetings': 'dane',
    'GET /dane/meetings/:id': 'dane',
    'GET /dane/meetings/:id/record': 'dane',
    'POST /dane/meetings': 'dane',
    'POST /dane/meetings/:id/day': 'dane',
    'POST /dane/meetings/:id/cancellation': 'dane',
    'POST /dane/meetings/:id/record': 'dane',
    'POST /dane/meetings/:id/record/removal': 'dane',
  },
};
