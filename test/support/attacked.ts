import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import type { FixturePages } from './fixtures/credentials.ts';
import type { SuiteKey } from './suite-signing.ts';

/** What an attacker gives to a verifier, in a web where the attacker owns every address but the victim's. */
export interface AttackedFixture {
  readonly bytes: Uint8Array;
  readonly world: FixturePages;
  /** The identifier in whose name the attacker signed. */
  readonly victim: string;
  /** Where the forged credential stands: the given document itself, or inside one of the attacker's. */
  readonly place: Place;
  readonly form: string;
  /** The forged credential itself, and the key and the name that signed it; absent for older badges. */
  readonly signed?: {
    readonly forged: JsonObject | string;
    readonly key: SuiteKey | 'RSA';
    readonly named: string;
  };
}

export type Place = 'alone' | 'link' | 'png' | 'svg' | 'record' | 'endorsement' | 'list' | 'refreshed';

export const TITLE = 'Titre forgé';
export const EVIL = 'https://evil.example';
