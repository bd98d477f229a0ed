import type { FeatureAccess } from '../types.ts';

export const access: FeatureAccess = {
  routes: {
    'GET /dane/events/:code/invitations/list': 'dane',
    'GET /my/invitations/:code': 'owner',
    'GET /my/invitations/:code/event.ics': 'owner',
    'POST /my/invitations/:code': 'owner',
    'GET /dane/events/:code/invitations': 'dane',
    'GET /dane/events/:code/invitations/presence': 'dane',
    'POST /dane/events/:code/invitations': 'dane',
    'POST /dane/events/:code/invitations/reminder': 'dane',
    'POST /dane/events/:code/invitations/cancellation': 'dane',
    'POST /dane/events/:code/invitations/presence': 'dane',
  },
};
