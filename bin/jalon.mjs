#!/usr/bin/env node
// The command `jalon`. Plain JavaScript, so that a bare machine can start it: it moves itself to Node 24,
// installs and builds what is missing, then hands over to the built command line in the same process.
import { fileURLToPath } from 'node:url';
import { continueUnderNode24 } from '../tools/node24.mjs';
import { SYSTEM_FAILED, say } from '../tools/print.mjs';
import { setUp } from '../tools/set-up.mjs';
import { stopWithParent } from '../tools/stop-with-parent.mjs';

stopWithParent();
let ready = false;
try {
  ready = await continueUnderNode24(fileURLToPath(import.meta.url));
  if (ready) await setUp();
} catch (fault) {
  say(fault.message);
  process.exit(SYSTEM_FAILED);
}

if (ready) {
  process.setSourceMapsEnabled(true);
  await import('../dist/cli.js');
}
