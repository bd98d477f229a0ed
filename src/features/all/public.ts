// Made by tools/features.mjs. Do not change it by hand.
// The routes of the standards.
export { recordRoutes } from '../../standards/badge-records/public.tsx';
export { hostRoutes } from '../../standards/host/api.ts';
export { oauthRoutes } from '../../standards/host/api-oauth.ts';
export { legacyRoutes } from '../../standards/legacy/api.ts';
export { vcApiRoutes } from '../../standards/vc-api/api.ts';
export { oid4vciRoutes } from '../../standards/wallets/api.ts';
export { interactionRoutes } from '../../standards/wallets/public.tsx';
