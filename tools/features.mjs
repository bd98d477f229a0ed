// `node tools/features.mjs` writes src/features/all: one list for each layer, from the exports of the features.
// With --check it compares the lists with the features instead.
//
// | file of a feature     | export                                       | list           |
// | feature.ts            | const feature, with the types that it adds   | declarations   |
// | feature-columns.ts    | const …Columns                               | columns        |
// | feature-errors.ts     | const …Errors                                | errors         |
// | texts.ts              | const texts                                  | texts          |
// | actions*.ts           | const …Services = useCases(                  | services       |
// | store*.ts             | function make…Reader                         | store-readers  |
// | store*.ts             | const …Writers                               | writers        |
// | store*.ts             | const …Checks                                | checks         |
// | store*.ts             | function merge…, function erase…             | erasures       |
// | my*, dane*, school*   | my…Pages, dane…Pages, school…Pages           | pages          |
// | commands.ts           | const …Commands, by the name of each         | commands       |
// | api*.ts               | …Api (under /api/v1)                         | api, api-standards |
// | api*.ts, public*.tsx  | …Routes (of standards)                       | public         |
//
// It also writes the lists of the features' tests, and with --check keeps the core from growing new features.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { errorsOfCore, lowerCore } from './features/core.mjs';
import { listsOfTests } from './features/test-lists.mjs';
import { say } from './print.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const HEAD = '// Made by tools/features.mjs. Do not change it by hand.\n';
const LISTS = 'src/features/all';
const FORMATTER = 'node_modules/@biomejs/biome/bin/biome';

const features = ['features', 'standards'].flatMap((base) =>
  readdirSync(join(ROOT, 'src', base), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'all')
    .map(({ name }) => ({ base, name, folder: join(ROOT, 'src', base, name) })),
);
features.sort((one, other) => (one.name < other.name ? -1 : 1));

/** Every export that matches, with the specifier of its file as the lists import it. */
function exportsOf(files, pattern) {
  return features.flatMap(({ base, name, folder }) =>
    readdirSync(folder)
      .filter((file) => files.test(file))
      .sort()
      .flatMap((file) =>
        Array.from(readFileSync(join(folder, file), 'utf8').matchAll(pattern), ([, exported]) => ({
          exported,
          feature: camelCase(name),
          from: `${base === 'features' ? '..' : '../../standards'}/${name}/${file}`,
        })),
      ),
  );
}

const camelCase = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const importsOf = (found) =>
  found.map(({ exported, from }) => `import { ${exported} } from '${from}';`).join('\n');
const object = (members) => `{\n${members.map((member) => `  ${member},\n`).join('')}}`;
const list = (members) => `[\n${members.map((member) => `  ${member},\n`).join('')}]`;
/** A list whose readers import the module itself: each line exports one part of a feature. */
const exportsAs = (meaning, found, nameOf = ({ exported }) => exported) => {
  const lines = found.map((one) => {
    const alias = nameOf(one) === one.exported ? '' : ` as ${nameOf(one)}`;
    return `export { ${one.exported}${alias} } from '${one.from}';`;
  });
  return [[`// ${meaning}`, ...lines].join('\n')];
};
/** The name of an export that has one name in every feature. */
const byFeature = ({ feature }) => feature;
const isOfStandard = ({ from }) => from.includes('/standards/');

const columns = exportsOf(/^feature-columns\.ts$/, /^export const (\w+Columns)\b/gm);
const errors = exportsOf(/^feature-errors\.ts$/, /^export const (\w+Errors)\b/gm);
const declarations = exportsOf(/^feature\.ts$/, /^export const (feature)\b/gm);
const texts = exportsOf(/^texts\.ts$/, /^export const (texts)\b/gm);
const services = exportsOf(/^actions[-.]/, /^export const (\w+Services) = useCases\(/gm);
const makers = exportsOf(/^store[-.]/, /^export function (make\w+Reader)\b/gm);
const writers = exportsOf(/^store[-.]/, /^export const (\w+Writers)\b/gm);
const checks = exportsOf(/^store[-.]/, /^export const (\w+Checks)\b/gm);
const merges = exportsOf(/^store[-.]/, /^export function (merge\w+)\b/gm);
const erases = exportsOf(/^store[-.]/, /^export function (erase\w+)\b/gm);
const pagesOf = (space) =>
  exportsOf(
    new RegExp(`^${space}[-.]`),
    new RegExp(`^export (?:const|function) (${space}\\w*Pages)\\b`, 'gm'),
  );
const [my, dane, school] = ['my', 'dane', 'school'].map(pagesOf);
const apis = exportsOf(/^api[-.]/, /^export function (\w+Api)\(deps\b/gm);
const commands = exportsOf(/^commands\.ts$/, /^export const (\w+Commands)\b/gm);
const routes = exportsOf(/^(api|public)[-.]/, /^export (?:const|function) (\w+Routes)\b/gm);

const FILES = {
  columns: exportsAs('The columns whose names do not follow from their property.', columns),
  errors: exportsAs('The errors that only one feature throws, each with its HTTP status.', errors),
  declarations: exportsAs('What the features declare.', declarations, byFeature),
  texts: exportsAs('The texts of the features in both languages.', texts, byFeature),
  services: exportsAs('The use cases of the features.', services),
  'store-readers': exportsAs('What reads the tables of the features.', makers),
  writers: exportsAs('The writer of each kind of change of a feature.', writers),
  checks: exportsAs('What the doctor checks in the tables of the features.', checks),
  erasures: [
    importsOf([...merges, ...erases]),
    `/** What a merger of two records does before the rows of the features are moved. */\nexport const FEATURE_MERGERS = ${list(merges.map(({ exported }) => exported))} as const;`,
    `/** What an erasure does before the rows of the features are deleted. */\nexport const FEATURE_ERASURES = ${list(erases.map(({ exported }) => exported))};`,
  ],
  commands: [
    importsOf(commands),
    `/** The commands of the features by their names. */\nexport const FEATURE_COMMANDS = ${object(commands.map(({ exported }) => `...${exported}`))};`,
  ],
  pages: exportsAs('The pages of the features. The first word of a name is the space.', [
    ...my,
    ...dane,
    ...school,
  ]),
  'api-standards': exportsAs('The API of the standards under /api/v1.', apis.filter(isOfStandard)),
  api: exportsAs(
    'The API of the features under /api/v1.',
    apis.filter((one) => !isOfStandard(one)),
  ),
  public: exportsAs('The routes of the standards.', routes),
};

const wanted = Object.entries(FILES).map(([name, parts]) => [
  `${LISTS}/${name}.ts`,
  `${HEAD}${parts.join('\n\n')}\n`,
]);
for (const [path, code] of listsOfTests(ROOT, features)) wanted.push([path, `${HEAD}${code}`]);

/** Exports that another file mounts or calls, because they stand at a place of their own. */
const ELSEWHERE = [
  'consentPages',
  'endorsementCommentPages',
  'invitationListPages',
  'presencePages',
  'procedureSheetPages',
  'publicProfilePages',
  'walletPages',
  'walletServices',
  'withdrawalPages',
];

/** Exports that are named as those of a list and enter none. */
function unlisted() {
  const lists = wanted.map(([, code]) => code).join('\n');
  const named = /^export (?:const|function) (\w+(?:Pages|Services|Writers|Routes|Api)|make\w+Reader)\b/gm;
  return exportsOf(/\.tsx?$/, named)
    .filter(({ exported }) => !new RegExp(`\\b${exported}\\b`).test(lists) && !ELSEWHERE.includes(exported))
    .map(({ exported, from }) => `${from.replace(/^(\.\.\/)+/, '')}: ${exported} enters no list`);
}

const outdated = wanted
  .map(([path, code]) => [path, formatted(path, code)])
  .filter(([path, code]) => !existsSync(join(ROOT, path)) || readFileSync(join(ROOT, path), 'utf8') !== code);
for (const line of unlisted()) {
  say(`${line}: rename it, or name it in ELSEWHERE of tools/features.mjs`);
  process.exitCode = 1;
}
if (process.argv.includes('--lower')) lowerCore(ROOT);
else if (process.argv.includes('--check')) {
  for (const [path] of outdated) say(`${path} is not what the features export: run node tools/features.mjs`);
  const errors = errorsOfCore(ROOT);
  for (const error of errors) say(error);
  if (outdated.length + errors.length > 0) process.exitCode = 1;
} else {
  for (const [path, code] of outdated) writeFileSync(join(ROOT, path), code);
}

function formatted(path, code) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [FORMATTER, 'check', '--write', `--stdin-file-path=${path}`],
    { cwd: ROOT, input: code, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${path}: ${stderr}`);
  return stdout;
}
