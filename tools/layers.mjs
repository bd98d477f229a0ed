// Runs the rules of .dependency-cruiser.mjs over src/, test/ and bench/: `node tools/layers.mjs [FOLDER]`.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import config from '../.dependency-cruiser.mjs';

const folder = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
process.chdir(folder);

const roots = ['src', 'demo', 'test', 'bench'].filter((name) => existsSync(name));
const { output } = await cruise(roots, {
  ...config.options,
  ruleSet: { forbidden: config.forbidden },
  validate: true,
});

for (const { rule, from, to } of output.summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
console.log(`${output.summary.totalCruised} modules cruised, ${output.summary.error} forbidden imports`);

// If the cruiser cannot read TypeScript, it finds no modules and no faults. This must fail.
process.exitCode = output.summary.error > 0 || output.summary.totalCruised === 0 ? 1 : 0;
