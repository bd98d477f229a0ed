import type { FeatureAccess } from '../types.ts';

export const access: FeatureAccess = {
  routes: {
    'GET /.well-known/oauth-authorization-server': 'public',
    'GET /ims/ob/v3p0/discovery': 'public',
    'GET /ims/ob/v3p0/credentials': 'client',
    'POST /ims/ob/v3p0/credentials': 'client',
    'GET /ims/ob/v3p0/profile': 'client',
    'PUT /ims/ob/v3p0/profile': 'client',
    'POST /oauth/register': 'public',
    'POST /oauth/token': 'public',
    'POST /oauth/revoke': 'public',
    'GET /oauth/authorize': 'account',
    'POST /oauth/authorize': 'account',
    'GET /my/badges/elsewhere': 'account',
    'POST /my/badges/elsewhere': 'account',
    'GET /my/badges/elsewhere/:id/file': 'account',
    'POST /my/badges/elsewhere/:id/check': 'account',
    'POST /my/badges/elsewhere/:id/remove': 'account',
    'GET /my/badges/sent': 'account',
    'GET /my/data/services': 'account',
    'POST /my/data/services/:id/end': 'account',
    'GET /my/badges/:id/send': 'owner',
    'POST /my/badges/:id/send': 'owner',
  },
};
