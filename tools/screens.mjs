// `npm run screens`: checks every page behind the sign-in (test/support/screens.ts).
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { transformSync } from 'esbuild';

readJsx();
const { takeScreens } = await import('../test/support/screens.ts');
process.exitCode = await takeScreens(process.argv.slice(2));

// Makes Node read JSX. By itself it reads only types.
function readJsx() {
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
