import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The JSON lines of stdout. */
  readonly lines: readonly Record<string, unknown>[];
}

interface CommandOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Root folder of the program, where it is not this project. */
  readonly root?: string;
  /** Sends SIGKILL once stdout holds this many lines. */
  readonly killAfterLines?: number;
  /** Sends SIGKILL once this is true; it is asked every few milliseconds. */
  readonly killWhen?: () => boolean;
}

/** Runs the built command line as a user does, in a separate process. */
export function jalon(texts: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const { environment = {}, input, root = ROOT, killAfterLines, killWhen } = options;
  const child = spawn(process.execPath, [join(root, 'dist/cli.js'), ...texts], {
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', DEMO: '0', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    if (killAfterLines !== undefined && stdout.split('\n').length > killAfterLines) child.kill('SIGKILL');
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdin.end(input);
  const asking = setInterval(() => killWhen?.() && child.kill('SIGKILL'), 5);
  child.once('close', () => clearInterval(asking));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ code, stdout, stderr, lines: texts.includes('--json') ? jsonLines(stdout) : [] }),
    );
  });
}

function jsonLines(text: string): readonly Record<string, unknown>[] {
  const whole = text.endsWith('\n') ? text : text.slice(0, text.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
