// The parts that need Node.
export { makeNameResolver } from '../fetching/resolve-name.node.ts';
export { makeGuardedFetcher, makeGuardedSender } from '../fetching/safe-fetch.node.ts';
export { MOST_RASTER_BYTES, makeNodeFileReader, readCodesOnNode } from '../files/reader.node.ts';
export { nodePrimitives } from '../proofs/primitives.node.ts';
