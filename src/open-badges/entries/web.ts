// A small verification for browsers: WebCrypto, and contexts compiled into a table instead of jsonld.

export { makeCompiledCanonicaliser } from '../canonicalization/compiled-canonicaliser.ts';
export { type ContextTable, makeTableSource } from '../canonicalization/context-table.ts';
export { default as contextTable } from '../canonicalization/contexts.generated.json' with { type: 'json' };
export { verifyWebJws } from '../proofs/web-jws.ts';
