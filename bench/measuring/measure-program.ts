import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ROOT } from '../../test/support/command-line.ts';
import { cpuOfEndedChildren } from './process-use.ts';

const SAMPLE_INTERVAL_MS = 50;

/** The cost of one command. */
export interface ProgramCost {
  readonly cpuMs: number;
  readonly wallMs: number;
  /** The highest memory use, in MB. */
  readonly peakMb: number;
}

/** Runs the built command line to its end, discards its output, and measures it from outside. No other child
 *  of this process may end in the meantime, because the system only gives the total time of all ended children.
 *  Throws where the command fails. */
export async function measureProgram(
  texts: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<ProgramCost> {
  const before = cpuOfEndedChildren();
  const began = performance.now();
  const child = spawn(process.execPath, [`${ROOT}dist/cli.js`, ...texts], {
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...environment },
    stdio: 'ignore',
  });
  const peakMb = await untilEnded(child, texts);
  const wallMs = performance.now() - began;
  const cpuMs = cpuOfEndedChildren() - before;
  return { cpuMs, wallMs, peakMb };
}

function untilEnded(child: ChildProcess, texts: readonly string[]): Promise<number> {
  let peakMb = 0;
  const look = setInterval(() => {
    peakMb = Math.max(peakMb, peakMbOf(child.pid ?? 0));
  }, SAMPLE_INTERVAL_MS);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      clearInterval(look);
      if (code === 0) resolve(peakMb);
      else reject(new Error(`jalon ${texts.join(' ')} ended with ${code}`));
    });
  });
}

/** The highest memory use of a process so far. The kernel records it, so it need not be read often. 0 once
 *  the process has ended. */
function peakMbOf(pid: number): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}
