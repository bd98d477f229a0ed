import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The style sheet and its fonts as the build makes them, in memory, by file name. */
export async function builtStyles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
    entryPoints: { jalon: 'src/adapters/http/styles/jalon.css' },
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
