import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { heapMegabytes } from './cli/process-limits.ts';
import allocator from './settings/memory.json' with { type: 'json' };

// The command of a release and of an image. V8 and glibc read their limits when a process starts, so this process
// becomes one with the limits of its container. What the environment says wins.
const { env, execPath, execve } = process;
const command = join(import.meta.dirname, 'cli.js');
const heap = heapMegabytes(process.constrainedMemory());
const limits = `--max-semi-space-size=4 --max-old-space-size=${heap}`;
const NODE_OPTIONS = [limits, env['NODE_OPTIONS']].filter(Boolean).join(' ');
const words = [execPath, '--enable-source-maps', command, ...process.argv.slice(2)];
// Windows has none of this.
if (execve) execve(execPath, words, { ...allocator, ...env, NODE_OPTIONS });
else await import(pathToFileURL(command).href);
