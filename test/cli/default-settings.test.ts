import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/settings/config.ts';

const README = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

/** What the README says a setting is where nobody sets it. */
function saidDefault(name: string): string | undefined {
  return new RegExp(`^\\| \`${name}\` \\| \`([^\`]+)\``, 'm').exec(README)?.[1];
}

describe('what nobody sets', () => {
  const { config } = parseConfig({});

  it('keeps keys and database inside the folder that the service is started in, as the README says', () => {
    expect(config.keysDir).toBe('./keys');
    expect(config.database).toEqual({ kind: 'sqlite', file: './var/jalon.db' });
    expect(saidDefault('KEYS_DIR')).toBe('./keys');
    expect(saidDefault('DATABASE_URL')).toBe('sqlite:./var/jalon.db');
  });

  it('listens to this machine alone, as the README says', () => {
    expect(`${config.port}, ${config.host}`).toBe('3000, 127.0.0.1');
    expect(README).toContain('| `PORT`, `HOST` | `3000`, `127.0.0.1` |');
  });
});
