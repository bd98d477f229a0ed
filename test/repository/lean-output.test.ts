import { readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { transform } from 'esbuild';
import { describe, expect, it } from 'vitest';
// @ts-expect-error: the tools are plain JavaScript.
import { toAscii, toLineMap } from '../../tools/lean-output.mjs';
import { ROOT } from '../support/command-line.ts';

const SOURCE = `// « Élu »
export const first = 'é';

export function second(text: string): boolean {
  const isFrench = /^[éèœ«»’]+$/u.test(text);
  if (!isFrench) throw new Error('no');
  return isFrench || /😀/u.test(text);
}
`;

async function compile() {
  const { code, map } = await transform(SOURCE, { loader: 'ts', sourcemap: 'external', sourcefile: 'a.ts' });
  return { code, map: JSON.parse(map) };
}

const load = (script: string) =>
  import(`data:text/javascript,${encodeURIComponent(script)}`) as Promise<{
    readonly first: string;
    readonly second: (text: string) => boolean;
  }>;

describe('the scripts of a build', () => {
  it('are of ASCII only, and mean what they meant', async () => {
    const script = toAscii((await compile()).code);
    expect(script).toMatch(/^[\0-\x7f]*$/);
    const { first, second } = await load(script);
    expect(first).toBe('é');
    expect(['«œ’', 'œ'].map(second)).toEqual([true, true]);
    expect(() => second('e')).toThrow('no');
  });

  it('are not made where an escape would mean something else', () => {
    expect(() => toAscii('/\\é/')).toThrow('leave the backslash out');
  });

  it('leave V8 one byte for each character', () => {
    const scripts = readdirSync(`${ROOT}dist`).filter((name) => name.endsWith('.js'));
    expect(scripts).toEqual(expect.arrayContaining(['cli.js', 'start.js', 'worker-thread.js']));
    const isAscii = (name: string) => readFileSync(`${ROOT}dist/${name}`).every((byte) => byte < 0x80);
    expect(scripts.filter((name) => !isAscii(name))).toEqual([]);
  });

  it('have a map that names the line of each source, and nothing else', async () => {
    const { code, map } = await compile();
    const lean = toLineMap(map);
    expect(lean).not.toHaveProperty('sourcesContent');
    expect(lean.mappings.length).toBeLessThan(map.mappings.length / 2);
    const places = (payload: typeof map) => {
      const found = new SourceMap(payload);
      return Array.from(code.split('\n'), (text, line) => found.findEntry(line, text.search(/\S|$/)));
    };
    const lineOf = (place: object) => ('originalLine' in place ? place.originalLine : undefined);
    expect(places(lean).map(lineOf)).toEqual(places(map).map(lineOf));
  });
});
