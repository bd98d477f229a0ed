// `node tools/run.mjs TOOL …`: the scripts of package.json that are written for Node 24 begin here, on whatever Node
// this machine has, and with the packages and the build that they need. The tool is loaded after that: a program that
// imports what an older Node or a bare clone lacks does not even begin.
import { fileURLToPath } from 'node:url';
import { continueUnderNode24 } from './node24.mjs';
import { SYSTEM_FAILED, say } from './print.mjs';
import { setUp } from './set-up.mjs';

try {
  if (await continueUnderNode24(fileURLToPath(import.meta.url))) {
    await setUp({ development: true });
    const tool = new URL(`./${process.argv[2]}.mjs`, import.meta.url);
    process.argv.splice(1, 2, fileURLToPath(tool));
    await import(tool);
  }
} catch (fault) {
  // A refusal is a sentence. Any other fault is one of the program, whose place is wanted.
  say(fault.constructor === Error ? fault.message : fault.stack);
  process.exitCode = SYSTEM_FAILED;
}
