import { createInterface } from 'node:readline/promises';
import type { CommandCall } from './command.ts';
import { UsageError } from './errors.ts';

const YES = ['o', 'oui', 'y', 'yes'];

/** Asks for a yes before an act that cannot be undone. `--yes` is one; without a terminal no one can be asked. */
export async function isConfirmed(call: CommandCall, question: string): Promise<boolean> {
  if (call.options['yes'] === true) return true;
  if (!process.stdin.isTTY) throw new UsageError(call.texts.confirmByOption);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return YES.includes((await terminal.question(question)).trim().toLowerCase());
  } finally {
    terminal.close();
  }
}
