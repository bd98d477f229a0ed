import type { ParseArgsOptionsConfig } from 'node:util';
import type { CliTexts } from '../texts/fr/cli/commands.ts';
import type { Output } from './output.ts';

/** The arguments of a verb: its words and options, its output, and the environment. */
export interface CommandCall {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly output: Output;
  readonly texts: CliTexts;
  readonly locale: 'fr' | 'en';
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** 0 success, 1 the answer is no or some lines failed, 2 wrong use, 3 the system failed. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface Command {
  readonly options: ParseArgsOptionsConfig;
  /** The number of words that the verb takes after its name. */
  readonly words: { readonly min: number; readonly max: number };
  run(call: CommandCall): Promise<ExitCode>;
}

/** The text of an option; undefined if it was not given. */
export function textOption(call: CommandCall, name: string): string | undefined {
  const value = call.options[name];
  return typeof value === 'string' ? value : undefined;
}
