// `node tools/features.mjs` writes src/features/all: one list for each layer, from the exports of the features.
// With --check it compares the lists with the features instead.
//
// | file of a feature     | export                                       | list           |
// | feature*.ts           | type …Change, interface …Reader, …Tables     | changes, readers, tables |
// | feature.ts            | const feature, with its people               | declarations   |
// | feature-columns.ts    | const …Columns                               | columns        |
// | feature-errors.ts     | const …Errors                                | errors         |
// | texts.ts              | const texts                                  | texts          |
// | actions*.ts           | const …Services = useCases(                  | services       |
// | store*.ts             | function make…Reader, const …Writers         | writers        |
// | store*.ts             | const …Checks                                | checks         |
// | store*.ts             | function merge…, function erase…             | erasures       |
// | my*, dane*, school*   | my…Pages, dane…Pages, school…Pages           | pages          |
// | commands.ts           | const …Commands, by the name of each         | commands       |
// | api*.ts, public*.tsx  | …Api (under /api/v1), …Routes (of standards) | pages          |
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
const importsOf = (found, { isType = false } = {}) =>
  found.map(({ exported, from }) => `import ${isType ? 'type ' : ''}{ ${exported} } from '${from}';`);
/** Imports of an export that has one name in every feature. */
const aliasesOf = (found) =>
  found.map(({ exported, feature, from }) => `import { ${exported} as ${feature} } from '${from}';`);
const spread = (found, argument = '') => found.map(({ exported }) => `...${exported}${argument}`);
const object = (members) => `{\n${members.map((member) => `  ${member},\n`).join('')}}`;
const list = (members) => `[\n${members.map((member) => `  ${member},\n`).join('')}]`;
const extending = (name, found) =>
  `export interface ${name}\n  extends ${found.map(({ exported }) => exported).join(',\n    ')} {}`;

const DOMAIN = /^feature[-.]/;
const changes = exportsOf(DOMAIN, /^export type (\w+Change)\b/gm);
const readers = exportsOf(DOMAIN, /^export interface (\w+Reader)\b/gm);
const tables = exportsOf(DOMAIN, /^export interface (\w+Tables)\b/gm);
const columns = exportsOf(/^feature-columns\.ts$/, /^export const (\w+Columns)\b/gm);
const errors = exportsOf(/^feature-errors\.ts$/, /^export const (\w+Errors)\b/gm);
const declarations = exportsOf(/^feature\.ts$/, /^export const (feature)\b/gm);
const withPeople = exportsOf(/^feature\.ts$/, /^ {2}(people): \{$/gm);
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
/** Those of the standards stand before those of the features in the API's document. */
const apisByPlace = {
  standardApis: apis.filter(({ from }) => from.includes('/standards/')),
  apis: apis.filter(({ from }) => !from.includes('/standards/')),
};
const commands = exportsOf(/^commands\.ts$/, /^export const (\w+Commands)\b/gm);
const routes = exportsOf(/^(api|public)[-.]/, /^export (?:const|function) (\w+Routes)\b/gm);

/** The code of the texts of a feature from `export const texts` on. */
function statedTexts(feature) {
  const { folder } = features.find(({ name }) => camelCase(name) === feature);
  return readFileSync(join(folder, 'texts.ts'), 'utf8').split('export const texts')[1];
}

/** The texts that state a part, or a part of a part, in `export const texts`. */
function withPart(part, inside) {
  return texts.filter(({ feature }) => {
    const [, stated] = statedTexts(feature).split(new RegExp(`\\b${part}: `));
    return stated !== undefined && (inside === undefined || new RegExp(`\\b${inside}: `).test(stated));
  });
}

const FILES = {
  changes: [
    ...importsOf(changes, { isType: true }),
    `/** The changes of all features. */\nexport type FeatureChange =\n${changes.map(({ exported }) => `  | ${exported}`).join('\n')};`,
  ],
  readers: [
    ...importsOf(readers, { isType: true }),
    `/** What the store reads for all features. */\n${extending('FeatureReaders', readers)}`,
  ],
  tables: [
    ...importsOf(tables, { isType: true }),
    `/** The rows of the tables of all features. */\n${tables.length > 0 ? extending('FeatureTables', tables) : 'export type FeatureTables = object;'}`,
  ],
  columns: [
    ...importsOf(columns),
    `/** The columns of the tables of features whose names do not follow from their property. */\nexport const FEATURE_COLUMNS = ${object(spread(columns))};`,
  ],
  errors: [
    ...importsOf(errors),
    `/** The errors that only one feature throws, each with its HTTP status. */\nexport const FEATURE_ERRORS = ${object(spread(errors))};`,
    'export type FeatureErrorCode = keyof typeof FEATURE_ERRORS;',
  ],
  declarations: [
    ...aliasesOf(declarations),
    `/** The treatment of every table of the features that holds people. */\nexport const FEATURE_PEOPLE = ${object(withPeople.map(({ feature }) => `...${feature}.people`))};`,
    `/** What the features declare, by the name of each. */\nexport const FEATURES = ${object(declarations.map(({ feature }) => feature))} as const;`,
  ],
  texts: [
    ...aliasesOf(texts),
    `/** The texts of all features in one language, with the office as it is called here. */
export function featureTexts(language: 'fr' | 'en', office: string) {
${texts.map(({ feature }) => `  const ${feature}Texts = ${feature}[language](office);`).join('\n')}
  return ${object([
    `pages: ${object(withPart('page').map(({ feature }) => `${feature}: ${feature}Texts.page`))}`,
    ...['done', 'tables', 'columns', 'history', 'audit', 'errors', 'mails'].map(
      (part) => `${part}: ${object(withPart(part).map(({ feature }) => `...${feature}Texts.${part}`))}`,
    ),
    `menu: ${object(['my', 'dane', 'school'].map((space) => `${space}: ${object(withPart('menu', space).map(({ feature }) => `...${feature}Texts.menu.${space}`))}`))}`,
  ])};
}`,
  ],
  services: [
    ...importsOf(services),
    "import type { Ports } from '../../application/service-ports.ts';",
    `/** The use cases of all features. */\nexport const featureServices = (ports: Ports) => (${object(spread(services, '(ports)'))});`,
  ],
  writers: [
    ...importsOf([...makers, ...writers]),
    "import type { Database } from '../../adapters/storage/mapping/database.ts';",
    "import type { FeatureReaders } from './readers.ts';",
    `/** Reads the tables of all features. */\nexport const makeFeatureReaders = (database: Database): FeatureReaders => (${object(spread(makers, '(database)'))});`,
    `/** The writer of each kind of change of a feature. */\nexport const FEATURE_WRITERS = ${object(spread(writers))};`,
  ],
  checks: [
    ...importsOf(checks),
    `/** What the doctor checks in the tables of all features. */\nexport const FEATURE_CHECKS = ${list(checks.map(({ exported }) => exported))};`,
  ],
  erasures: [
    ...importsOf([...merges, ...erases]),
    `/** What a merger of two records does before the rows of the features are moved. */\nexport const FEATURE_MERGERS = ${list(merges.map(({ exported }) => exported))} as const;`,
    `/** What an erasure does before the rows of the features are deleted. */\nexport const FEATURE_ERASURES = ${list(erases.map(({ exported }) => exported))};`,
  ],
  commands: [
    ...importsOf(commands),
    `/** The commands of the features by their names. */\nexport const FEATURE_COMMANDS = ${object(spread(commands))};`,
  ],
  pages: [
    ...importsOf([...my, ...dane, ...school, ...apis, ...routes]),
    `/** The pages of the features in each space, their API under /api/v1, and the routes of the standards. */\nexport const FEATURE_PAGES = ${object(
      [
        ...Object.entries({ my, dane, school, ...apisByPlace, routes }).map(
          ([name, found]) => `${name}: ${list(found.map(({ exported }) => exported))}`,
        ),
      ],
    )} as const;`,
  ],
};

const wanted = Object.entries(FILES).map(([name, [...parts]]) => {
  const imports = [...new Set(parts.filter((part) => part.startsWith('import ')))];
  const code = parts.filter((part) => !part.startsWith('import '));
  return [`${LISTS}/${name}.ts`, `${HEAD}${imports.join('\n')}\n\n${code.join('\n\n')}\n`];
});
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
