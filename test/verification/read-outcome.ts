import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Fetched } from '../../src/open-badges/fetching/fetcher.ts';
import { readAttached } from '../../src/open-badges/files/read-attached.ts';
import { readBaked } from '../../src/open-badges/files/read-baked.ts';
import { readInput } from '../../src/open-badges/reading/read-input.ts';
import type { Run } from '../../src/open-badges/verification/run.ts';
import { ORIGIN } from '../support/fixtures/credentials.ts';
import { buildBrowserReader } from './browser-reader.ts';
import type { MutatedInput } from './mutated-inputs.ts';

/** The reading of the service, and that of a browser. */
export interface Readers {
  readonly service: typeof readInput;
  readonly browser: typeof readInput;
}

/** The result of reading one input. */
export interface Outcome {
  /** The code of the service's step, or its error. */
  readonly code: string;
  /** In words: the code, what was found and where, by the service and by a browser. */
  readonly kind: string;
  /** The first bytes of the SHA-256 of both results and of all requests, in base64url. */
  readonly digest: string;
}

const DIGEST_BYTES = 4;
const DIGEST_CHARACTERS = 6;

export async function makeReaders(): Promise<Readers> {
  return { service: readInput, browser: await buildBrowserReader() };
}

/** Reads an input twice without clock and network. A browser is given bytes only. */
export async function outcomeOf({ service, browser }: Readers, input: MutatedInput): Promise<Outcome> {
  const served = await attempt(service, input);
  const shown = input.given.kind === 'bytes' ? await attempt(browser, input) : undefined;
  const hash = createHash('sha256').update(JSON.stringify([served.whole, shown?.whole]));
  return {
    code: served.code,
    kind: shown ? `${served.kind} | browser: ${shown.kind}` : served.kind,
    digest: hash.digest().subarray(0, DIGEST_BYTES).toString('base64url'),
  };
}

interface Attempt {
  readonly code: string;
  readonly kind: string;
  /** All that was read, and every request. */
  readonly whole: unknown;
}

async function attempt(read: typeof readInput, input: MutatedInput): Promise<Attempt> {
  const requests: string[] = [];
  try {
    const { step, presented, older, found } = await read(input.given, makeRun(input, requests));
    const how = step.params?.['presented'] === undefined ? '' : ' in a presentation';
    const what = `${presented?.form ?? older?.version ?? 'nothing'}${how}`;
    const place = [found?.file, found?.address && 'address'].filter(Boolean).join(' from ') || 'itself';
    const kind = `${step.result} ${step.code}, ${what}, in ${place}`;
    return { code: step.code, kind, whole: [step, presented, older, found, requests] };
  } catch (error) {
    const thrown = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { code: thrown, kind: thrown, whole: [thrown, requests] };
  }
}

/** The parts of a verification that reading needs. Codes and answers are those of the input. */
function makeRun({ codes, answer }: MutatedInput, requests: string[]): Run {
  const parts: Pick<Run, 'ownOrigin' | 'fetch' | 'files'> = {
    ownOrigin: ORIGIN,
    fetch: async (url, accept): Promise<Fetched> => {
      requests.push(url, accept);
      return answer ?? { kind: 'unreachable', reason: 'no such host' };
    },
    files: {
      readBaked: (image) => {
        requests.push('baked');
        return readBaked(image);
      },
      readAttached: (pdf) => {
        requests.push('attached');
        return readAttached(pdf);
      },
      readCodes: async () => {
        requests.push('codes');
        return codes ?? { kind: 'texts', texts: [] };
      },
      decodeList: async () => new Uint8Array(),
    },
  };
  return parts as Run;
}

/** The file with the digest of every outcome: a line for each vector. */
export const RECORD = new URL('../vectors/read-input/outcomes.txt', import.meta.url);

/** The recorded digests by name of the vector, in the order of its inputs. */
export function readRecord(): ReadonlyMap<string, readonly string[]> {
  const lines = readFileSync(RECORD, 'utf8').trimEnd().split('\n');
  return new Map(
    lines.map((line) => {
      const [name = '', digests = ''] = line.split(' ');
      const count = digests.length / DIGEST_CHARACTERS;
      const from = (at: number) => at * DIGEST_CHARACTERS;
      return [name, Array.from({ length: count }, (_, at) => digests.slice(from(at), from(at + 1)))];
    }),
  );
}
