// jsonld ships no types: only what the signing adapter calls is declared.
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
    readonly canonizeOptions: { readonly maxWorkFactor: number; readonly signal: AbortSignal };
  }
  const jsonld: {
    canonize(document: object, options: CanonizeOptions): Promise<string>;
  };
  export default jsonld;
}
