// Gets Node 24 for a machine whose own Node is older: the official binary, from the npm registry.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './install.mjs';

const NODE_FOLDER = fileURLToPath(new URL('./node', import.meta.url));
/** Settings that glibc reads when a process starts. Without them it keeps the place of large files that were read
 *  and freed: after a flood of pictures the service then holds 200 MB more. */
const ALLOCATOR = JSON.parse(readFileSync(new URL('../src/settings/memory.json', import.meta.url), 'utf8'));
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** True if this process runs on a Node that the packages support; `node` then starts the same one in child
 *  processes. Otherwise it runs `script` again under Node 24, takes over its exit code, and returns false. */
export async function continueUnderNode24(script) {
  if (isSupported(process.versions.node)) {
    process.env.PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
    return true;
  }
  const node = await fetchNode24();
  await runInMyPlace(node, [script, ...process.argv.slice(2)]);
  return false;
}

// The packages declare no support for odd majors and for 22; `restore` needs an authorizer, which 24.10 has.
function isSupported(version) {
  const [major, minor] = version.split('.').map(Number);
  return (major === 24 && minor >= 10) || major >= 26;
}

/** The official binary of the Node that is pinned, whatever Node this machine has. Returns its path. */
export async function fetchNode24() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  const { optionalDependencies } = JSON.parse(readFileSync(join(NODE_FOLDER, 'package.json'), 'utf8'));
  if (!(name in optionalDependencies)) {
    throw new Error(
      `Jalon needs Node 24 (this is ${process.versions.node}) and cannot fetch it for ${process.platform}-${process.arch}.\n` +
        'Install Node 24 from https://nodejs.org (on macOS: brew install node@24), then run the same command again.',
    );
  }
  await installPackages(NODE_FOLDER, `Fetching Node ${optionalDependencies[name]}…`);
  return join(NODE_FOLDER, 'node_modules', name, 'bin', system === 'win' ? 'node.exe' : 'node');
}

async function runInMyPlace(command, args) {
  const child = spawn(command, args, { stdio: 'inherit', env: { ...ALLOCATOR, ...process.env } });
  const forward = (signal) => {
    // A terminal also sends Ctrl-C to the child, and a second signal would interrupt its orderly stop.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, forward);
  const { code, signal } = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve({ code, signal }));
  });
  for (const each of SIGNALS) process.off(each, forward);
  if (signal) process.kill(process.pid, signal);
  else process.exitCode = code;
}
