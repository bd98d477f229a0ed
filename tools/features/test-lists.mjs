// The lists of the tests of features: access to their pages, and contracts of their stores.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of lists, each with its code. A feature has its rows of the access table in
 *  `test/access/features/NAME.ts`, and its contract in `test/contracts/store-NAME.contract.ts`. */
export function listsOfTests(root, features) {
  const named = (pathOf) => features.filter(({ name }) => existsSync(join(root, pathOf(name))));
  const accessPath = (name) => `test/access/features/${name}.ts`;
  const contractPath = (name) => `test/contracts/store-${name}.contract.ts`;
  const withAccess = named(accessPath);
  const contracts = named(contractPath).flatMap(({ name }) =>
    Array.from(
      readFileSync(join(root, contractPath(name)), 'utf8').matchAll(/^export function (describe\w+)\(/gm),
      ([, exported]) => ({ exported, name }),
    ),
  );
  const accesses = withAccess.map(({ name }) => `access as ${camelCase(name)}`);
  return [
    [
      'test/access/features.ts',
      `${withAccess.map(({ name }, at) => `import { ${accesses[at]} } from './features/${name}.ts';`).join('\n')}
import type { FeatureAccess } from './types.ts';

/** The access to the pages of each feature. */
export const FEATURE_ACCESS: readonly FeatureAccess[] = [${withAccess.map(({ name }) => camelCase(name)).join(', ')}];
`,
    ],
    [
      'test/contracts/features.ts',
      `${contracts.map(({ exported, name }) => `import { ${exported} } from './store-${name}.contract.ts';`).join('\n')}

/** The contracts of the stores of features. */
export const FEATURE_CONTRACTS = [${contracts.map(({ exported }) => exported).join(', ')}];
`,
    ],
  ];
}

const camelCase = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
