import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from './command-line.ts';

/** Bundles a script that opens the whole service, whose pages Node cannot read as they are, and returns the path
 *  of the bundle. Each bundled file keeps its own path, by which it finds the files next to it. */
export async function bundled(script: string): Promise<string> {
  const outfile = join(ROOT, 'artefacts/children', `${basename(script, '.ts')}-${process.pid}.mjs`);
  await build({
    absWorkingDir: ROOT,
    entryPoints: [script],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    logLevel: 'warning',
    plugins: [
      {
        name: 'own-places',
        setup: ({ onLoad }) =>
          onLoad({ filter: /\/(src|test)\/.*\.tsx?$/ }, ({ path }) => ({
            contents: readFileSync(path, 'utf8')
              .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
              .replaceAll('import.meta.dirname', JSON.stringify(dirname(path))),
            loader: path.endsWith('x') ? 'tsx' : 'ts',
            resolveDir: dirname(path),
          })),
      },
    ],
  });
  return outfile;
}
