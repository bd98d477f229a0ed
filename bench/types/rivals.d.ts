// Rivals of the bench that come without types. Only the functions that the rows call are declared.
declare module '@digitalbazaar/vc-bitstring-status-list' {
  export interface BitstringStatusList {
    setStatus(index: number, status: boolean): void;
    encode(): Promise<string>;
  }
  export function createList(options: { length: number }): Promise<BitstringStatusList>;
  export function createCredential(options: {
    id: string;
    list: BitstringStatusList;
    statusPurpose: string;
  }): Promise<Record<string, unknown>>;
}
declare module 'png-chunks-extract' {
  export default function extract(png: Uint8Array): { name: string; data: Uint8Array }[];
}
declare module 'png-chunks-encode' {
  export default function encode(chunks: readonly { name: string; data: Uint8Array }[]): Uint8Array;
}
// The library with which @digitalbazaar/vc itself verifies proofs. The tests also sign with it.
declare module 'jsonld-signatures' {
  import type { DataIntegrityProof } from '@digitalbazaar/data-integrity';
  import type { DocumentLoader } from 'jsonld';

  interface Purpose {
    readonly term: string;
  }
  interface Signing {
    readonly suite: object;
    readonly purpose: Purpose;
    readonly documentLoader: DocumentLoader;
  }
  const jsigs: {
    readonly purposes: {
      AssertionProofPurpose: new (options?: { controller: object }) => Purpose;
      AuthenticationProofPurpose: new (options: { challenge: string; domain: string }) => Purpose;
    };
    sign(document: object, options: Signing): Promise<Record<string, unknown>>;
    derive(document: object, options: Signing): Promise<Record<string, unknown>>;
    verify(
      document: object,
      options: { suite: DataIntegrityProof; purpose: Purpose; documentLoader: DocumentLoader },
    ): Promise<{ readonly verified: boolean; readonly error?: Error }>;
  };
  export default jsigs;
}
