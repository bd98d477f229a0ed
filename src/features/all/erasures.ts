// Made by tools/features.mjs. Do not change it by hand.
import { eraseBadgeRecords, mergeBadgeRecords } from '../../standards/badge-records/store.ts';
import { mergeHostProfiles } from '../../standards/host/store.ts';
import { mergePublicProfiles } from '../public-profiles/store.ts';

/** What a merger of two records does before the rows of the features are moved. */
export const FEATURE_MERGERS = [mergeBadgeRecords, mergeHostProfiles, mergePublicProfiles] as const;

/** What an erasure does before the rows of the features are deleted. */
export const FEATURE_ERASURES = [eraseBadgeRecords];
