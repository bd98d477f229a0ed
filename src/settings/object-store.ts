import type { SettingError } from '../domain/settings/error.ts';
import { secretText, serviceAddress, someText } from './shapes.ts';

/** An object store that speaks S3, and the account there. */
export interface ObjectStoreConfig {
  /** The address of the store, under which a bucket is a path. */
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
}

export const objectStoreSettings = {
  S3_ENDPOINT: serviceAddress(),
  S3_REGION: someText(),
  S3_ACCESS_KEY_ID: someText(),
  S3_SECRET_ACCESS_KEY: secretText(),
};

interface ObjectStoreSettings {
  readonly S3_ENDPOINT?: string | undefined;
  readonly S3_REGION?: string | undefined;
  readonly S3_ACCESS_KEY_ID?: string | undefined;
  readonly S3_SECRET_ACCESS_KEY?: string | undefined;
}

/** The settings without which no store is reached. */
export const OBJECT_STORE_NEEDS = ['S3_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

/** Most stores that others than Amazon run ask for no region, and take this one. */
const USUAL_REGION = 'us-east-1';

/** Undefined if no store is named. */
export function toObjectStore(values: ObjectStoreSettings): ObjectStoreConfig | undefined {
  const { S3_ENDPOINT, S3_REGION: region = USUAL_REGION, S3_ACCESS_KEY_ID: accessKeyId } = values;
  if (S3_ENDPOINT === undefined || accessKeyId === undefined) return undefined;
  return { endpoint: S3_ENDPOINT.replace(/\/$/, ''), region, accessKeyId };
}

/** A store needs its address and both halves of an account. */
export function objectStoreErrors(given: ObjectStoreSettings): readonly SettingError[] {
  if (!OBJECT_STORE_NEEDS.some((name) => given[name]) && !given.S3_REGION) return [];
  const lacking = OBJECT_STORE_NEEDS.filter((name) => !given[name]);
  return lacking.map((name) => ({ name, code: 'incomplete', together: OBJECT_STORE_NEEDS }));
}
