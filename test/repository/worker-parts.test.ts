import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { makeWorkerAssets } from '../../src/assembly/worker-parts.worker.ts';
// @ts-expect-error The tools are plain scripts.
import { takeDataOut } from '../../tools/worker-parts.mjs';

const { resolve } = createRequire(import.meta.url);

it.each([
  ['resvg', '@resvg/resvg-wasm/index_bg.wasm'],
  ['zxing', 'zxing-wasm/reader/zxing_reader.wasm'],
] as const)(
  'cuts the data out of %s, and fills the memory with it as the whole module does',
  async (name, path) => {
    const whole = readFileSync(resolve(path));
    const { code, content } = takeDataOut(whole);
    const wanted = await memoryOf(whole);
    const memory = await memoryOf(code);
    expect(code.length).toBeLessThan(whole.length - 150_000);
    expect(new Uint8Array(memory.buffer).some((byte) => byte !== 0)).toBe(false);
    const parts = makeWorkerAssets({
      fetch: async (address) => {
        expect(address).toMatch(new RegExp(`/parts/${name}\\.data$`));
        return new Response(content);
      },
    });
    (await parts.readContent(name))(memory);
    expect(Buffer.from(memory.buffer).equals(Buffer.from(wanted.buffer))).toBe(true);
  },
);

it('refuses a module whose code asks for its data later', () => {
  const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  const passive = [11, 4, 1, 1, 1, 7];
  expect(() => takeDataOut(Buffer.from([...header, ...passive]))).toThrow('unknown form');
});

it('says which asset is missing', async () => {
  const parts = makeWorkerAssets({ fetch: async () => new Response('', { status: 404 }) });
  await expect(parts.readFonts()).rejects.toThrow('parts/regular.ttf was answered with 404');
});

async function memoryOf(bytes: Uint8Array<ArrayBuffer>): Promise<WebAssembly.Memory> {
  const module = await WebAssembly.compile(bytes);
  const imports: Record<string, Record<string, WebAssembly.ImportValue>> = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    imports[from] ??= {};
    imports[from][name] = () => 0;
  }
  const { exports } = await WebAssembly.instantiate(module, imports);
  const memory = Object.values(exports).find((one) => one instanceof WebAssembly.Memory);
  if (!memory) throw new Error('no memory');
  return memory;
}
