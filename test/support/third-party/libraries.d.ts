// The foreign libraries that sign in the tests have no types. Only the parts that issuers.ts calls
// are declared.
declare module '@digitalbazaar/ecdsa-multikey' {
  export interface KeyPair {
    id?: string;
    controller?: string;
    signer(): { readonly id: string; readonly algorithm: string };
    export(options: { publicKey: true; includeContext?: boolean }): Promise<Record<string, unknown>>;
  }
  export function generate(options: { curve: 'P-256' | 'P-384' }): Promise<KeyPair>;
  export function from(key: object): Promise<KeyPair>;
}
declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: object;
}
declare module '@digitalbazaar/ecdsa-jcs-2019-cryptosuite' {
  export function createSignCryptosuite(): object;
}
declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createSignCryptosuite(): object;
}
declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createSignCryptosuite(options: { readonly mandatoryPointers: readonly string[] }): object;
  export function createDiscloseCryptosuite(options: {
    readonly selectivePointers: readonly string[];
  }): object;
}
declare module '@digitalbazaar/ed25519-signature-2020' {
  export class Ed25519Signature2020 {
    constructor(options: { readonly key: object });
  }
}
declare module '@digitalbazaar/ed25519-verification-key-2020' {
  export interface KeyPair2020 {
    id: string;
    controller: string;
    readonly publicKeyMultibase: string;
  }
  export const Ed25519VerificationKey2020: { generate(): Promise<KeyPair2020> };
}
