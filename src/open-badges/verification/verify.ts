import { OpenBadgesError } from '../errors.ts';
import type { Fetcher } from '../fetching/fetcher.ts';
import { readAttached } from '../files/read-attached.ts';
import { readBaked } from '../files/read-baked.ts';
import type { ProofChecker } from '../proofs/checker.ts';
import type { FileReader } from '../reading/file-reader.ts';
import type { VerificationInput } from '../reading/read-input.ts';
import { isValidDate } from '../schema/rfc3339.ts';
import { decodeBitstring } from '../status/bitstring.ts';
import type { VerificationReport } from './report.ts';
import { makeVerifyCredential, type VerifyCredential } from './verify-credential.ts';

/** What is verified: a JSON text, a compact JWS or a link as text, the bytes of a file (JSON, JWS, PNG, SVG or PDF), an
 *  address, or a parsed credential. */
export type VerifyInput = string | Uint8Array | URL | Readonly<Record<string, unknown>>;

/** How a badge is verified. Each member has a default. */
export interface VerifyOptions {
  /** An e-mail address to compare with the recipient. */
  readonly recipient?: string | undefined;
  /** True to count a badge as verified although its holder discloses neither an end nor a status. */
  readonly acceptsPart?: boolean | undefined;
  /** Reads keys, status lists and the addresses that are given. */
  readonly fetcher?: Fetcher | undefined;
  /** Reads the badges inside files. */
  readonly files?: FileReader | undefined;
  /** The instant at which dates are judged; now by default. */
  readonly now?: Date | undefined;
  /** Public origin of the service that verifies, without a final slash, if it issues badges itself. */
  readonly origin?: string | undefined;
  /** Id of the Profile of Open Badges 2.0 of that service. */
  readonly legacyIssuer?: string | undefined;
}

/** Verifies a badge, and reports each step. It never throws for a fault of the badge. Throws `OpenBadgesError` with the
 *  code `invalid-request`, and the name in `params`, if an option is wrong. */
export type Verify = (input: VerifyInput, options?: VerifyOptions) => Promise<VerificationReport>;

/** Reads badges in PNG, SVG and PDF files, in this thread and on any runtime. It reads no QR codes, because their
 *  decoder is a WebAssembly module that the caller must load. */
export const portableFileReader: FileReader = {
  readBaked,
  readAttached,
  readCodes: async () => ({ kind: 'texts', texts: [] }),
  decodeList: (encoded) => decodeBitstring(encoded),
};

/** The parts that differ between runtimes. */
interface RuntimeDeps {
  readonly fetcher: Fetcher;
  readonly files: FileReader;
  readonly proofChecker: ProofChecker;
}

/** Makes `verify` for a runtime. */
export function makeVerify(runtime: RuntimeDeps): Verify {
  // What earlier verifications learned of status lists is kept for those with the same options.
  const shared: VerifyCredential = makeVerifyCredential({ ...runtime, clock: clockOf(undefined) });
  return async (input, given = {}) => {
    const { recipient, acceptsPart, ...options } = checkedOptions(given);
    const { fetcher = runtime.fetcher, files = runtime.files, now, origin, legacyIssuer } = options;
    const isPlain = Object.values(options).every((value) => value === undefined);
    const verifyCredential = isPlain
      ? shared
      : makeVerifyCredential({ ...runtime, fetcher, files, origin, legacyIssuer, clock: clockOf(now) });
    return verifyCredential(toInput(input), { recipient, acceptsPart });
  };
}

function checkedOptions(options: VerifyOptions | null): VerifyOptions {
  const wrong = (option: string) => new OpenBadgesError('invalid-request', { option });
  if (options === null || typeof options !== 'object') throw wrong('options');
  const { now, recipient } = options;
  if (now !== undefined && !isValidDate(now)) throw wrong('now');
  if (recipient !== undefined && typeof recipient !== 'string') throw wrong('recipient');
  return options;
}

function clockOf(at: Date | undefined) {
  return { now: () => (at ?? new Date()).toISOString() };
}

function toInput(input: VerifyInput): VerificationInput {
  if (typeof input === 'string') return { kind: 'bytes', bytes: new TextEncoder().encode(input) };
  if (input instanceof Uint8Array) return { kind: 'bytes', bytes: input };
  if (input instanceof URL) return { kind: 'url', url: input.href };
  return { kind: 'document', document: input };
}
