import { makeNodePaperDrawer } from '../../src/adapters/pdf/drawer.node.ts';
import { makeNodeRasteriser } from '../../src/adapters/rasterizer/resvg.node.ts';
import { readUnlessFaulty } from '../../src/adapters/signing/key-errors.ts';
import { makeOwnKeys } from '../../src/adapters/signing/own-keys.ts';
import type { Log, Signer, Store } from '../../src/application/ports.ts';
import { openAuditContexts } from '../../src/assembly/audit-context.node.ts';
import { assemble } from '../../src/assembly/composition-root.ts';
import { compress, gzipList } from '../../src/assembly/compress.node.ts';
import type { Change } from '../../src/domain/change/union.ts';
import { DomainError } from '../../src/domain/errors.ts';
import type { Job } from '../../src/domain/job/types.ts';
import { chooseCanonicalizer } from '../../src/open-badges/canonicalization/canonicalizer-choice.ts';
import { makeNodeFileReader } from '../../src/open-badges/files/reader.node.ts';
import { nodePrimitives } from '../../src/open-badges/proofs/primitives.node.ts';
import { parseConfig } from '../../src/settings/config.ts';
import type { Defect } from './defect.ts';
import { type Gate, makeGate } from './fault-injection.ts';
import { type Outside, SIMULATED_PROVIDER } from './outside.ts';

export const ORIGIN = 'https://jalon.test';

/** One running service of the life. */
export interface Process extends ReturnType<typeof assemble> {
  readonly gate: Gate;
  /** The store without its gate, for those who look. */
  readonly bare: Store;
  /** As a server does when the folder of its keys has changed. */
  reloadKeys(): Promise<void>;
}

export interface ProcessOptions {
  readonly outside: Outside;
  readonly store: Store;
  readonly trustsClock: boolean;
  readonly log: Log;
  onLanded(changes: readonly Change[]): Promise<void>;
  mayCheckAtNight(): boolean;
  readonly defect: Defect | undefined;
}

const ENVIRONMENT = {
  PUBLIC_URL: ORIGIN,
  DATABASE_URL: 'sqlite:./unused.db',
  KEYS_DIR: './unused',
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'jalon@ac-test.example',
  DEMO: '0',
  ...{ LIMIT_REQUESTS: '1000000', LIMIT_FORMS: '1000000', LIMIT_VERIFICATIONS: '1000000' },
  ...{ LIMIT_SIGN_INS: '1000000', LIMIT_FILES: '1000000', LIMIT_API_WRITES: '1000000' },
};

/** Starts a service on this store, as `openNodeContext` does, with what surrounds it in the life. */
export async function startProcess({
  outside,
  store,
  log,
  onLanded,
  defect,
  trustsClock,
  mayCheckAtNight,
}: ProcessOptions): Promise<Process> {
  const { config } = parseConfig({ ...ENVIRONMENT, ...(trustsClock && { TRUST_CLOCK: '1' }) });
  const gate = makeGate(defect?.spoilStore?.(store) ?? store, onLanded);
  const above = checkingSeldom(defect?.spoilCalls?.(gate.store) ?? gate.store, { outside, mayCheckAtNight });
  const { system, network } = outside;
  const road = chooseCanonicalizer({
    primitives: nodePrimitives,
    foreignByLibrary: undefined,
    foreignBeside: undefined,
  });
  const keys = makeOwnKeys({
    readInPlace: async () => outside.keys.records(),
    load: (saved) => outside.keys.load(saved),
    store: above,
    log,
    origin: config.publicUrl,
    clock: system.clock,
    tools: { road, primitives: nodePrimitives },
  });
  const signer = failing(defect?.spoilSigner?.(keys.signer, outside) ?? keys.signer, outside);
  const assembled = assemble({
    config,
    // A server works for its timer where no request asks for it.
    occasions: openAuditContexts(undefined, above).occasions,
    store: above,
    keys: defect?.spoilKeys?.({ ...keys, signer }) ?? { ...keys, signer },
    outside: network,
    sender: network,
    rasteriser: makeNodeRasteriser(),
    assets: { css: '/assets/jalon.css', publicCss: '/assets/public.css' },
    drawer: makeNodePaperDrawer(),
    files: makeNodeFileReader(),
    canonicalise: road.thirdParty,
    primitives: nodePrimitives,
    compress,
    gzip: gzipList,
    log,
    system,
    identityProviders: [SIMULATED_PROVIDER],
    makeMailer: () => defect?.spoilMailer?.(outside.mailer) ?? outside.mailer,
  });
  const { ports } = assembled;
  await Promise.all([keys.refresh(), ports.catalogue.refresh(), ports.settings.refresh()]);
  await readUnlessFaulty(keys.open());
  return { ...assembled, gate, bare: store, reloadKeys: keys.reload };
}

/** A signer that fails while the keys do. */
const failing = (signer: Signer, { mood }: Outside): Signer =>
  new Proxy(signer, {
    get: (target, name) => {
      const sign = Reflect.get(target, name);
      return async (...given: readonly unknown[]) => {
        if (mood.keys === 'fails') throw new DomainError('signing-unavailable');
        return Reflect.apply(sign, target, given);
      };
    },
  });

/** A store that names a check of this day unless another one may begin. */
function checkingSeldom(
  store: Store,
  { outside, mayCheckAtNight }: Pick<ProcessOptions, 'outside' | 'mayCheckAtNight'>,
): Store {
  const readLatestJob: Store['readLatestJob'] = async (kind) => {
    if (kind !== 'ask-invariants' || mayCheckAtNight()) return store.readLatestJob(kind);
    const now = outside.now();
    return { ...NO_CHECK, madeAt: now, finishedAt: now };
  };
  return new Proxy(store, {
    get: (target, name) => (name === 'readLatestJob' ? readLatestJob : Reflect.get(target, name)),
  });
}

const NO_CHECK = {
  ...{ id: 'no-check', command: { kind: 'ask-invariants' }, actor: 'system' },
  ...{ progress: { phase: 0, counts: {} }, done: 0, total: 0 },
} as unknown as Job;
