import type { FeatureAccess } from '../types.ts';

export const access: FeatureAccess = {
  routes: {
    'POST /vc-api/exchanges/:secret': 'public',
    'GET /.well-known/openid-credential-issuer': 'public',
    'GET /.well-known/oauth-authorization-server/oid4vci': 'public',
    'GET /interactions/:secret': 'public',
    'GET /interactions/:secret/qr.svg': 'public',
    'GET /oid4vci/offers/:secret': 'public',
    'POST /oid4vci/token': 'public',
    'POST /oid4vci/nonce': 'public',
    'POST /oid4vci/credential': 'public',
    'GET /my/badges/:id/wallet': 'owner',
    'POST /my/badges/:id/wallet': 'owner',
    'POST /my/badges/:id/wallet/leaving': 'owner',
    'POST /my/badges/:id/wallet/withdrawal': 'owner',
  },
};
