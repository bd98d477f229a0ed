import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/settings/config.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/configuration.md'), 'utf8');

/** The page's default for a setting that is absent. */
function documentedDefault(name: string): string | undefined {
  return new RegExp(`^\\| \`${name}\` \\| \`([^\`]+)\``, 'm').exec(PAGE)?.[1];
}

describe('settings that are absent', () => {
  const { config } = parseConfig({});

  it('keep keys and database inside the folder in which the service is started, as in docs/configuration.md', () => {
    expect(config.keysDir).toBe('./keys');
    expect(config.database).toEqual({ kind: 'sqlite', file: './var/jalon.db' });
    expect(documentedDefault('KEYS_DIR')).toBe('./keys');
    expect(documentedDefault('DATABASE_URL')).toBe('sqlite:./var/jalon.db');
  });

  it('make the service listen only to this machine, as in docs/configuration.md', () => {
    expect(`${config.port}, ${config.host}`).toBe('3000, 127.0.0.1');
    expect(PAGE).toContain('| `PORT`, `HOST` | `3000`, `127.0.0.1` |');
  });
});
