// jsonld has no types. Only the parts that the signing adapter calls are declared.
declare module 'jsonld' {
  export interface RemoteDocument {
    readonly contextUrl: null;
    readonly documentUrl: string;
    readonly document: object;
  }
  export type DocumentLoader = (url: string) => Promise<RemoteDocument>;
  export interface CanonizeOptions {
    readonly algorithm: 'RDFC-1.0';
    readonly format: 'application/n-quads';
    readonly base: null;
    readonly safe: true;
    readonly rdfDirection: 'i18n-datatype';
    readonly produceGeneralizedRdf: false;
    readonly documentLoader: DocumentLoader;
    readonly canonizeOptions?: {
      readonly messageDigestAlgorithm?: 'SHA-256' | 'SHA-384';
      readonly maxWorkFactor: number;
      readonly signal: AbortSignal;
    };
  }
  /** The library's own form of `@context` (lib/context.js). */
  export interface LibraryContext {
    readonly mappings: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  }
  export type ContextOptions = Pick<CanonizeOptions, 'base' | 'safe' | 'documentLoader'>;
  const jsonld: {
    canonize(document: object, options: CanonizeOptions): Promise<string>;
    /** The initial context for `null`. */
    processContext(
      active: LibraryContext | null,
      local: unknown,
      options: ContextOptions,
    ): Promise<LibraryContext>;
  };
  export default jsonld;
}

// The reference implementation signs; tests also compare its verification with ours.
declare module '@digitalbazaar/ed25519-multikey' {
  export interface ReferenceKey {
    signer(): { readonly id: string; readonly algorithm: string };
    export(options: { publicKey?: boolean; secretKey?: boolean; raw: true }): Promise<{
      readonly publicKey: Uint8Array;
      readonly secretKey: Uint8Array;
    }>;
  }
  export function from(key: object): Promise<ReferenceKey>;
  export function generate(options: { id: string; controller: string }): Promise<ReferenceKey>;
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { signer?: object; date?: string; cryptosuite: object });
  }
}
declare module '@digitalbazaar/vc' {
  import type { DataIntegrityProof } from '@digitalbazaar/data-integrity';
  import type { DocumentLoader } from 'jsonld';

  interface Common {
    readonly credential: object;
    readonly suite: DataIntegrityProof;
    readonly documentLoader: (url: string) => Promise<Awaited<ReturnType<DocumentLoader>>>;
    readonly now?: string | Date;
    readonly checkStatus?: () => Promise<{ readonly verified: boolean }>;
  }
  export function issue(options: Common): Promise<Record<string, unknown>>;
  export function verifyCredential(
    options: Common,
  ): Promise<{ readonly verified: boolean; readonly error?: Error }>;
}
