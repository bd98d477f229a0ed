import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeNodePaperDrawer } from '../../src/adapters/pdf/drawer.node.ts';
import { makeNodeRasteriser } from '../../src/adapters/rasterizer/resvg.node.ts';
import { readKeyFolder, readPublicKeys } from '../../src/adapters/signing/key-folder.node.ts';
import { makeOwnKeys } from '../../src/adapters/signing/own-keys.ts';
import { meterD1, openD1Store } from '../../src/adapters/storage/engines/d1.worker.ts';
import { assemble, type RuntimeDeps } from '../../src/assembly/composition-root.ts';
import { clock, makeLog } from '../../src/assembly/system-ports.ts';
import { makeGuardedFetcher, makeGuardedSender } from '../../src/open-badges/fetching/safe-fetch.node.ts';
import { makeNodeFileReader } from '../../src/open-badges/files/reader.node.ts';
import { parseConfig } from '../../src/settings/config.ts';
import { timerAuditContexts } from '../support/audited.ts';
import { copyKeys } from '../support/fixtures/template.ts';
import { TEST_ORIGIN } from '../support/servers/service.ts';
import { TRUSTED_CLOCK } from '../support/trusted-clock.ts';
import { openPlatform, type Platform } from './d1-platform.ts';

/** Cloudflare's limit for one invocation of a Worker (https://developers.cloudflare.com/d1/platform/limits/).
 *  Each statement of a batch counts as one. */
export const QUERIES_AN_INVOCATION = 1000;

export interface D1Service {
  readonly platform: Platform;
  readonly service: ReturnType<typeof assemble>;
  /** Lines of the log so far. */
  readonly logged: readonly string[];
  stop(): Promise<void>;
}

/** The service as the Worker assembles it, on D1 as wrangler runs it here. */
export async function openD1Service(parts: Partial<RuntimeDeps> = {}): Promise<D1Service> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-budget-'));
  const platform = await openPlatform();
  const { database, beginAllowance } = meterD1(platform.database);
  await copyKeys(folder);
  const { config } = parseConfig({ PUBLIC_URL: TEST_ORIGIN, DEMO: '0', ...TRUSTED_CLOCK });
  const logged: string[] = [];
  const log = makeLog((line) => void logged.push(line));
  const store = openD1Store(database);
  const keys = makeOwnKeys({
    readInPlace: () => readPublicKeys(folder),
    load: (kept) => readKeyFolder({ folder, kept }),
    store,
    log,
    origin: TEST_ORIGIN,
    clock,
  });
  const service = assemble({
    config,
    store,
    occasions: timerAuditContexts,
    keys,
    outside: makeGuardedFetcher(),
    sender: makeGuardedSender(),
    rasteriser: makeNodeRasteriser(),
    assets: { css: '/assets/jalon.css', publicCss: '/assets/public.css' },
    drawer: makeNodePaperDrawer(),
    files: makeNodeFileReader(),
    log,
    beginAllowance,
    identityProviders: [],
    ...parts,
  });
  return {
    platform,
    service,
    logged,
    stop: async () => {
      await platform.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
