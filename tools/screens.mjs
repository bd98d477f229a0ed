// `npm run screens`: sets up, then checks every page behind the sign-in (test/support/screens.ts).
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { continueUnderNode24 } from './node24.mjs';
import { SYSTEM_FAILED, say } from './say.mjs';
import { setUp } from './set-up.mjs';

try {
  if (await continueUnderNode24(fileURLToPath(import.meta.url))) {
    await setUp({ development: true });
    await readJsx();
    const { takeScreens } = await import('../test/support/screens.ts');
    process.exitCode = await takeScreens(process.argv.slice(2));
  }
} catch (fault) {
  say(fault.stack);
  process.exitCode = SYSTEM_FAILED;
}

// Makes Node read JSX. By itself it reads only types.
async function readJsx() {
  // This import is late, because the older Node that starts Node 24 may not have the module.
  const { registerHooks } = await import('node:module');
  const { transformSync } = await import('esbuild');
  const compilerOptions = { jsx: 'react-jsx', jsxImportSource: 'hono/jsx' };
  registerHooks({
    load(url, context, next) {
      if (!url.endsWith('.tsx')) return next(url, context);
      const text = readFileSync(new URL(url), 'utf8');
      const { code } = transformSync(text, {
        loader: 'tsx',
        format: 'esm',
        tsconfigRaw: { compilerOptions },
      });
      return { format: 'module', source: code, shortCircuit: true };
    },
  });
}
