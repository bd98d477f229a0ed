// Fetching of public documents: the port and the rules against requests to private networks.
export { makeFairQueue } from '../fetching/fair-queue.ts';
export { type Caller, makeFairShares, SERVICE_ITSELF } from '../fetching/fair-shares.ts';
export type { Fetched, Fetcher, HearTime, Sender } from '../fetching/fetcher.ts';
export { makeWebFetcher, makeWebSender } from '../fetching/safe-fetch.ts';
export { MAXIMUM_DOCUMENT_BYTES } from '../fetching/ssrf-rules.ts';
