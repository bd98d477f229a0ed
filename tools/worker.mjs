// `npm run worker:check|dev|deploy`: the service on Cloudflare Workers, with the pinned wrangler. `npm run
// wrangler` runs wrangler with any arguments.
import { say } from './print.mjs';
import { LOCAL, makeLocalToken, prepareLocal, refuseUnfinished, wrangler } from './worker-local.mjs';

const ACTIONS = {
  // Bundles and measures the Worker, but sends nothing.
  check: () => wrangler(['deploy', '--dry-run', '--outdir', 'dist/worker'], LOCAL),
  dev() {
    prepareLocal();
    const token = makeLocalToken();
    say(`\nJALON_TOKEN=${token} npm run -s jalon -- import FOLDER --remote http://localhost:8787\n`);
    wrangler(['dev'], { ...LOCAL, CI: '' });
  },
  deploy() {
    refuseUnfinished('--remote');
    wrangler(['d1', 'migrations', 'apply', 'DB', '--remote']);
    wrangler(['deploy']);
  },
  wrangler: () => wrangler(process.argv.slice(3)),
};

const action = ACTIONS[process.argv[2]];
if (!action) throw new Error(`Write one of: ${Object.keys(ACTIONS).join(', ')}`);
action();
