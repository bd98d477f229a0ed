import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The style sheets and their fonts as the build makes them, in memory, by file name. */
export async function builtStyles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
    entryPoints: ['jalon', 'public'].map((name) => `src/adapters/http/styles/${name}.css`),
    outdir: 'assets',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    write: false,
    loader: { '.woff2': 'file' },
    logLevel: 'warning',
  });
  return new Map(outputFiles.map(({ path, contents }) => [path.split('/').at(-1) ?? '', contents]));
}

/** The built name of an asset: a page may ask for a style sheet under any hash. */
export function builtName(asset: string): string {
  if (!asset.endsWith('.css')) return asset;
  return asset.startsWith('public') ? 'public.css' : 'jalon.css';
}
