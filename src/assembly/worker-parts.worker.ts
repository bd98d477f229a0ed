import { memoizeAsync } from '../application/concurrency/async.ts';

/** The static assets that are uploaded with the script. */
export interface StaticAssets {
  fetch(address: string): Promise<Response>;
}

/** Reads what would make the script too large, from the static assets where `tools/worker-parts.mjs` puts it. */
export function makeWorkerAssets(assets: StaticAssets) {
  const read = async (name: string) =>
    new Uint8Array(await (await fetchAsset(assets, `parts/${name}`)).arrayBuffer());
  return {
    readFonts: memoizeAsync(async () => {
      const [regular, bold] = await Promise.all([read('regular.ttf'), read('bold.ttf')]);
      return { regular, bold };
    }),
    /** What fills the memory of this WebAssembly module, as the section of data that was cut from it did. */
    readContent: async (module: 'resvg' | 'zxing') => {
      const content = await read(`${module}.data`);
      const at = new DataView(content.buffer).getUint32(0, true);
      return (memory: WebAssembly.Memory) => new Uint8Array(memory.buffer).set(content.subarray(4), at);
    },
  };
}

/** Throws where there is no such asset. */
export async function fetchAsset(assets: StaticAssets, path: string): Promise<Response> {
  // The host does not matter: the binding looks only at the path.
  const answer = await assets.fetch(`https://assets.invalid/${path}`);
  if (!answer.ok) throw new Error(`The static asset ${path} was answered with ${answer.status}.`);
  return answer;
}
