import { readFileSync, statSync } from 'node:fs';
import type { SettingError } from '../domain/settings/error.ts';
import { type Parsed, parseConfig, SECRET_NAMES } from './config.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const LARGEST_BYTES = 65_536;

/** Parses the environment, where a file may hold a secret: `NAME_FILE` names the file whose content is `NAME`.
 *  Throws ConfigError with every fault, those of the files included. */
export function readSettings(environment: Environment): Parsed {
  const read = SECRET_NAMES.flatMap((name) => readSecret(environment, name));
  const values = read.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]));
  const fileFaults = read.flatMap(({ fault }) => fault ?? []);
  return parseConfig({ ...environment, ...Object.fromEntries(values) }, { fileFaults });
}

interface Read {
  readonly name: string;
  readonly value?: string;
  readonly fault?: SettingError;
}

function readSecret(environment: Environment, secret: string): readonly Read[] {
  const name = `${secret}_FILE`;
  const path = environment[name];
  if (!path) return [];
  if (environment[secret]) {
    return [{ name: secret, fault: { name: secret, code: 'twice-given', file: name } }];
  }
  const refuse = (fault: SettingError) => [{ name: secret, fault }];
  try {
    const stats = statSync(path);
    const others = stats.mode & 0o077;
    // Reading a pipe or a device may never end.
    if (!stats.isFile()) return refuse({ name, code: 'file-unreadable', path, reason: 'not-a-regular-file' });
    if (others !== 0 && process.platform !== 'win32') {
      return refuse({ name, code: 'file-open-to-others', path, mode: (stats.mode & 0o777).toString(8) });
    }
    if (stats.size > LARGEST_BYTES) return refuse({ name, code: 'file-too-large', path });
    // Editors end a file with a line end, which is no part of the secret.
    const value = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
    return value === '' ? refuse({ name, code: 'file-empty', path }) : [{ name: secret, value }];
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    return refuse({ name, code: 'file-unreadable', path, reason });
  }
}
