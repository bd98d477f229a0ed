// Made by tools/features.mjs. Do not change it by hand.
// The API of the standards under /api/v1.
export { endorsementsApi } from '../../standards/achievement-endorsements/api.ts';
