// Made by tools/features.mjs. Do not change it by hand.
// The API of the features under /api/v1.
export { directoryApi } from '../directory/api.ts';
