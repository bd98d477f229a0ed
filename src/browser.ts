// The root of the code in a visitor's browser: the verification of this service, on the visitor's machine
// (docs/adr/0030). A page loads it when the visitor asks for it.

import { decodeBitstring, readAttached, readBaked } from '#open-badges/files';
import { checkProofsBy, portableChecking } from '#open-badges/proofs';
import {
  makeVerifyCredential,
  UNSUPPORTED_IN_BROWSER,
  type VerificationReport,
} from '#open-badges/verification';
import { openPage } from './adapters/http/scripts/verify-in-browser/page.ts';
import { type AskingFetcher, makeAskingFetcher } from './adapters/http-client/consent-fetcher.ts';
import type { Clock } from './application/ports.ts';
import type { BrowserReport, Device } from './application/verification/browser-report.ts';
import { callUnsigned, hasEmptyProof } from './application/verification/empty-proof.ts';
import { isUnsigned } from './application/verification/shown-steps.ts';
import { toInstant } from './domain/time/calendar.ts';

// The table of contexts comes last, because the code before it then compresses better.

import {
  type ContextTable,
  makeCompiledCanonicaliser,
  makeTableSource,
  contextTable as table,
  verifyWebJws,
} from '#open-badges/web';

interface BrowserDeps {
  readonly origin: string;
  readonly fetcher: AskingFetcher;
  readonly clock: Clock;
}

/** Verifies like the service, by the same steps, but reads only the contexts of the table. */
export function makeDevice({ origin, fetcher, clock }: BrowserDeps): Device {
  // TypeScript reads the tuples of a JSON file as arrays.
  const source = makeTableSource(table as unknown as ContextTable);
  const compiled = makeCompiledCanonicaliser(source, portableChecking.sha256Hex);
  const verify = async (bytes: Uint8Array): Promise<BrowserReport> => {
    let isBeyond = false;
    const giveUp = async (): Promise<never> => {
      isBeyond = true;
      throw new Error(UNSUPPORTED_IN_BROWSER);
    };
    const proofChecker = checkProofsBy({
      canonicalise: async (document, hash) => {
        const form = hash === 'SHA-384' ? undefined : await compiled(document);
        return form?.kind === 'canonical' ? form : giveUp();
      },
      primitives: portableChecking,
      verifyJws: verifyWebJws,
    });
    fetcher.takeLog();
    const files = {
      readBaked,
      readAttached,
      readCodes: giveUp,
      decodeList: (encoded: string) => decodeBitstring(encoded),
    };
    const parts = { fetcher, proofChecker, files, clock, origin };
    const report = await makeVerifyCredential(parts)({ kind: 'bytes', bytes }).catch(giveUp);
    const log = fetcher.takeLog();
    const stated = hasEmptyProof(report) ? callUnsigned(report) : report;
    // What is unsigned stays so. The other steps do not change it.
    const isOpen = !isUnsigned(stated) && isOfAStepBeyond(report);
    return isBeyond || isOpen ? { kind: 'beyond' } : { kind: 'report', report: stated, ...log };
  };
  return {
    verify: (bytes) => verify(bytes).catch(() => ({ kind: 'beyond' })),
    allow: (host) => fetcher.allow(host),
    prepare: async () => void (await fetcher.fetch(`${origin}/.well-known/did.json`, 'application/json')),
  };
}

function isOfAStepBeyond({ steps, inner = [] }: VerificationReport): boolean {
  return [steps, ...inner.map((one) => one.steps)]
    .flat()
    .some(({ detail }) => detail === UNSUPPORTED_IN_BROWSER);
}

/** Whether this browser verifies Ed25519. WebCrypto has it since 2023 to 2025, depending on the browser. */
async function hasEd25519(): Promise<boolean> {
  // The base point of the curve.
  const point = new Uint8Array(32).fill(0x66).with(0, 0x58);
  try {
    await portableChecking.importVerifier(point);
    return true;
  } catch {
    return false;
  }
}

/** Fills the section of a page. */
export async function start(section: HTMLElement): Promise<void> {
  const { origin } = location;
  const isEnglish = document.documentElement.lang === 'en';
  const texts = await (isEnglish
    ? import('./texts/en/verification/browser.ts')
    : import('./texts/fr/verification/browser.ts'));
  const clock: Clock = { now: () => toInstant(new Date()) };
  const device = makeDevice({ origin, fetcher: makeAskingFetcher({ origin }), clock });
  await openPage(section, { texts, clock, device: (await hasEd25519()) ? device : undefined });
}
