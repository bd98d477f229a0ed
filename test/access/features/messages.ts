import type { FeatureAccess } from '../types.ts';

export const access: FeatureAccess = {
  routes: {
    'GET /dane/messages': 'dane',
    'GET /dane/messages/new': 'dane',
    'GET /dane/messages/:id': 'dane',
    'POST /dane/messages': 'dane',
    'POST /dane/messages/preview': 'dane',
    'POST /dane/messages/:id/cancellation': 'dane',
  },
};
