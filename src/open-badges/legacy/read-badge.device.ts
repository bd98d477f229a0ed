import { isJsonObject } from '../parsing/json-value.ts';
import { COMPACT_JWS, readPart } from '../reading/presented.ts';
import { readJson } from '../reading/read-json.ts';
import { BEYOND_DEVICE } from '../verification/report.ts';
import type * as whole from './read-badge.ts';

/** In a browser this file replaces read-badge.ts: the issuer's site decides about an older badge, and a
 *  browser may seldom ask it. What has a badge and a recipient, as every older version, is given up. */
export const readOlderText: typeof whole.readOlderText = (text) => {
  const trimmed = text.trim();
  const read = COMPACT_JWS.test(trimmed) ? readPart(trimmed.split('.')[1] ?? '') : readJson(trimmed);
  return readOlderValue(read.kind === 'object' ? read.object : undefined);
};

export const readOlderValue: typeof whole.readOlderValue = (value) => {
  if (typeof value === 'string') return readOlderText(value);
  if (!isJsonObject(value) || value['badge'] === undefined || value['recipient'] === undefined)
    return undefined;
  throw new Error(BEYOND_DEVICE);
};
