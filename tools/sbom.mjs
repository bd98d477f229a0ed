// `npm run sbom`: lists the packages of production. Writes artefacts/sbom.cdx.json (CycloneDX, by npm) and
// docs/licences.md, with the licence of each package. Fails where a licence is not in tools/licences.json.
// That file also holds licences that were read in a package, where its package.json names none. With --check
// it writes nothing, and fails where docs/licences.md differs from the lockfile. A folder after --check is
// checked in place of the repository.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { productionPackages, readJson } from './packages.mjs';
import { say } from './print.mjs';

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));
const [flag, folder] = process.argv.slice(2);
const isCheck = flag === '--check';
const root = resolve(isCheck && folder ? folder : REPOSITORY);
const LIST = 'docs/licences.md';
const BILL = 'artefacts/sbom.cdx.json';

const { allowed, read } = readJson(root, 'tools/licences.json');

const listed = listPackages();
const faults = [...licenceFaults(), ...(isCheck ? listFaults() : [])];
if (faults.length > 0) {
  for (const fault of faults) say(fault);
  process.exitCode = 1;
} else if (!isCheck) {
  writeFileSync(join(root, LIST), toPage());
  writeBillOfMaterials();
}

/** Packages of production, without repetition. */
function listPackages() {
  return [...new Map(productionPackages(root).map((one) => [one.id, one])).values()];
}

function licenceFaults() {
  const ids = new Set(listed.map(({ id }) => id));
  return [
    ...listed
      .filter(({ licence }) => !isAllowed(licence))
      .map(
        ({ id, licence }) => `${id}: the licence "${licence ?? 'none named'}" is not among those allowed.`,
      ),
    ...Object.keys(read)
      .filter((id) => !ids.has(id))
      .map((id) => `${id}: no such package of production, though tools/licences.json names its licence.`),
  ];
}

/** Whether an SPDX expression is allowed: `A OR B` needs one of them, `A AND B` needs both. */
function isAllowed(licence = '') {
  const alternatives = licence.replace(/[()]/g, '').split(' OR ');
  return alternatives.some((one) => one.split(' AND ').every((id) => allowed.includes(id)));
}

function listFaults() {
  const stands = readFileSync(join(root, LIST), 'utf8');
  return stands === toPage()
    ? []
    : [`${LIST} is not what package-lock.json gives: \`npm run sbom\` writes it.`];
}

function toPage() {
  const counts = Map.groupBy(listed, ({ licence }) => licence);
  const sums = [...counts].sort(([, a], [, b]) => b.length - a.length);
  return `# Licences

The ${listed.length} packages that production is made of, by \`npm run sbom\` from package-lock.json. Jalon itself is under the MIT licence; data and schemas name theirs beside them.

${sums.map(([licence, of]) => `- ${licence}: ${of.length}`).join('\n')}

| package | version | licence |
|---|---|---|
${listed.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`).join('\n')}

${Object.entries(read)
  .map(([id, { licence, in: file }]) => `${id} names no SPDX licence; \`${file}\` in it is ${licence}.`)
  .join('\n')}
`;
}

/** Asks npm for all packages and keeps those of production: with `--omit=dev`, npm omits a package that
 *  development needs too. */
function writeBillOfMaterials() {
  const words = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];
  const isWindows = process.platform === 'win32'; // on Windows npm is a .cmd file, which only a shell can run
  const { status, stdout, stderr } = spawnSync('npm', words, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: isWindows,
  });
  if (status !== 0) {
    say(stderr);
    process.exitCode = 1;
    return;
  }
  const bill = toBillOfProduction(JSON.parse(stdout));
  const file = join(root, BILL);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
  say(`${LIST} and ${BILL}: ${bill.components.length} packages.`);
}

function toBillOfProduction(bill) {
  const { name } = readJson(root, 'package.json');
  const { component } = bill.metadata;
  const ids = new Set([...listed.map(({ id }) => id), component['bom-ref']]);
  const isKept = (ref) => ids.has(ref);
  return {
    ...bill,
    metadata: { ...bill.metadata, component: { ...component, name } },
    components: bill.components
      .filter((one) => isKept(one['bom-ref']))
      .map((one) => {
        const own = read[one['bom-ref']];
        return own ? { ...one, licenses: [{ expression: own.licence }] } : one;
      }),
    dependencies: bill.dependencies
      .filter(({ ref }) => isKept(ref))
      .map((one) => ({ ...one, dependsOn: one.dependsOn.filter(isKept) })),
  };
}
