import type { Limits } from '../adapters/http/limits/work-kinds.ts';
import { wholeNumber } from './shapes.ts';

/** Limits of the service, for one caller and for all together. */
export interface LimitConfig extends Limits {
  /** Open connections; beyond this number, one of the caller who holds most is closed. */
  readonly connections: number;
}

const perMinute = (usual: number) => wholeNumber({ from: 0, to: 1_000_000, usual });

/** The settings' names, shapes and default values, in the order of docs/configuration.md. A school has one
 *  address for hundreds of people: the defaults suffice for a training day of 300, with room to spare. */
export const limitSettings = {
  TRUST_PROXY: wholeNumber({ from: 0, to: 10, usual: 0 }),
  LIMIT_REQUESTS: perMinute(30_000),
  LIMIT_VERIFICATIONS: perMinute(240),
  LIMIT_SIGN_INS: perMinute(600),
  LIMIT_FORMS: perMinute(1200),
  LIMIT_FILES: perMinute(600),
  LIMIT_API_WRITES: perMinute(1200),
  LIMIT_BODIES_MB: wholeNumber({ from: 128, to: 16_384, usual: 128 }),
  LIMIT_CONNECTIONS: wholeNumber({ from: 10, to: 100_000, usual: 4000 }),
  // Without effect since callers share what there is. An older file of settings still starts.
  LIMIT_CALLER_CONNECTIONS: wholeNumber({ from: 5, to: 100_000, usual: 1000 }),
};

type Values = { readonly [Name in keyof typeof limitSettings]: number };

/** One registration is allowed for this many writes of programs. */
const REGISTRATION_SHARE = 40;

const MEBIBYTE = 1_048_576;

export function toLimits(values: Values): LimitConfig {
  return {
    trustedProxies: values.TRUST_PROXY,
    perMinute: {
      request: values.LIMIT_REQUESTS,
      verification: values.LIMIT_VERIFICATIONS,
      'sign-in': values.LIMIT_SIGN_INS,
      form: values.LIMIT_FORMS,
      file: values.LIMIT_FILES,
      'api-write': values.LIMIT_API_WRITES,
      // A program registers only once, not for each person.
      registration: Math.ceil(values.LIMIT_API_WRITES / REGISTRATION_SHARE),
    },
    bodyBytes: values.LIMIT_BODIES_MB * MEBIBYTE,
    connections: values.LIMIT_CONNECTIONS,
  };
}
