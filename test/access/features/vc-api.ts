import type { FeatureAccess } from '../types.ts';

export const access: FeatureAccess = {
  routes: {
    'POST /vc-api/credentials/verify': 'public',
    'POST /vc-api/presentations/verify': 'public',
    'POST /vc-api/credentials/issue': 'api-token',
    'POST /vc-api/credentials/status': 'api-token',
  },
};
