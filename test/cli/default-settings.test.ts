import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/settings/config.ts';

const README = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

/** The README's value for a setting that is absent. */
function saidDefault(name: string): string | undefined {
  return new RegExp(`^\\| \`${name}\` \\| \`([^\`]+)\``, 'm').exec(README)?.[1];
}

describe('settings that are absent', () => {
  const { config } = parseConfig({});

  it('keep keys and database inside the folder in which the service is started, as in the README', () => {
    expect(config.keysDir).toBe('./keys');
    expect(config.database).toEqual({ kind: 'sqlite', file: './var/jalon.db' });
    expect(saidDefault('KEYS_DIR')).toBe('./keys');
    expect(saidDefault('DATABASE_URL')).toBe('sqlite:./var/jalon.db');
  });

  it('make the service listen only to this machine, as in the README', () => {
    expect(`${config.port}, ${config.host}`).toBe('3000, 127.0.0.1');
    expect(README).toContain('| `PORT`, `HOST` | `3000`, `127.0.0.1` |');
  });
});
