// Who may import whom. The layers, from the centre outwards:
//   open-badges ← domain ← catalogue, texts, drawings ← issuing ← application ← adapters ← roots
// An arrow may be crossed only from right to left. `tools/layers.mjs` runs these rules.

// A folder of `src/features` or `src/standards` holds one feature. The name of a file says its layer.

import { readFileSync } from 'node:fs';

const FOLDERS =
  'open-badges|domain|catalogue|texts|drawings|issuing|application|adapters|features|standards|settings|assembly|cli|types';
/** Files of features by the first word of their names: `dane-list.tsx` is a page of the DANE. */
const FEATURE_FILES = {
  domain: 'feature|declarations|columns|errors',
  texts: 'texts',
  application: 'actions|mails|services',
  storage: 'store|checks|writers|erasures',
  http: 'my|school|dane|public|api|components|forms|pages',
  roots: 'commands',
};
/** Files of features in these layers. The lists in `src/features/all` are named by the same words. */
const filesOf = (...layers) => {
  const words = layers.map((name) => FEATURE_FILES[name]).join('|');
  return `^src/(features|standards)/[^/]+/(${words})[.-]`;
};
/** The files of a layer: its folder, and its files in features. */
const filesOfLayer = (name) => {
  const inFeatures = name === 'adapters' ? ['storage', 'http'] : FEATURE_FILES[name] ? [name] : [];
  return [`^src/${name}/`, ...(inFeatures.length > 0 ? [filesOf(...inFeatures)] : [])];
};
const STATIC_EXPORT = '^src/standards/static-export/';
const NODE_FILES = ['\\.node\\.tsx?$', '^src/(node|cli)\\.ts$', '^src/cli/', filesOf('roots'), STATIC_EXPORT];
/** The packages that the library declares. */
const { dependencies: LIBRARY_PACKAGES } = JSON.parse(
  readFileSync(new URL('src/open-badges/package.json', import.meta.url), 'utf8'),
);
/** The files behind `#open-badges/values`. They import nothing, so that the domain stays pure. */
const PURE_VALUES =
  '^src/open-badges/(errors|canonicalization/(canonical-json|frozen-json)|parsing/trim-characters|schema/rfc3339)\\.ts$';
const WORKER_FILES = ['\\.worker\\.tsx?$', '^src/worker\\.ts$'];

/** Inside src, `layer` may import itself and the folders named, and nothing else. */
const layer = (name, mayImport) => ({
  name: `${name}-stays-inside`,
  comment: `The layer ${name} may import only ${[name, ...mayImport].join(', ')}.`,
  severity: 'error',
  from: { path: filesOfLayer(name) },
  to: { path: '^src/', pathNot: [name, ...mayImport].flatMap(filesOfLayer) },
});

export default {
  forbidden: [
    layer('open-badges', []),
    layer('domain', ['open-badges']),
    layer('catalogue', ['open-badges', 'domain']),
    layer('texts', ['open-badges', 'domain']),
    layer('drawings', ['open-badges', 'domain']),
    layer('issuing', ['open-badges', 'domain', 'texts']),
    layer('application', ['open-badges', 'domain', 'catalogue', 'texts', 'drawings', 'issuing']),
    layer('adapters', ['open-badges', 'domain', 'catalogue', 'texts', 'drawings', 'issuing', 'application']),
    {
      name: 'open-badges-through-its-entries',
      comment: 'The library open-badges is imported through its entries only (package.json, "imports").',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/open-badges/' },
      to: { path: '^src/open-badges/', pathNot: '^src/open-badges/entries/' },
    },
    {
      name: 'open-badges-entries-are-for-others',
      comment: 'A file of the library imports the file that it needs. Entries would load everything.',
      severity: 'error',
      from: { path: '^src/open-badges/' },
      to: { path: '^src/open-badges/entries/' },
    },
    {
      name: 'open-badges-declared-packages',
      comment: 'The library imports only the packages that src/open-badges/package.json declares.',
      severity: 'error',
      from: { path: '^src/open-badges/' },
      to: {
        path: 'node_modules/',
        pathNot: `node_modules/(${Object.keys(LIBRARY_PACKAGES).join('|')})/`,
      },
    },
    {
      name: 'domain-imports-values-only',
      comment: 'Of the library, the domain may import `#open-badges/values` only.',
      severity: 'error',
      from: { path: filesOfLayer('domain') },
      to: { path: '^src/open-badges/', pathNot: '^src/open-badges/entries/values\\.ts$' },
    },
    {
      name: 'open-badges-values-are-pure',
      comment: '`#open-badges/values` exports values and types of files that import nothing.',
      severity: 'error',
      from: { path: '^src/open-badges/entries/values\\.ts$' },
      to: { pathNot: PURE_VALUES },
    },
    { name: 'open-badges-values-import-nothing', severity: 'error', from: { path: PURE_VALUES }, to: {} },
    {
      name: 'demo-stays-inside',
      comment:
        'The demonstration writes files as the DANE would: it knows the domain and the catalogue only.',
      severity: 'error',
      from: { path: '^demo/' },
      to: { path: '^(src|test|bench|tools)/', pathNot: '^src/(domain|catalogue)/' },
    },
    {
      name: 'demo-from-the-roots',
      comment: 'Only the roots of the Node side know the demonstration.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(cli|node\\.ts$|cli\\.ts$)' },
      to: { path: '^demo/' },
    },
    {
      name: 'every-folder-has-a-layer',
      comment: 'A new folder under src gets its place in this file first.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/(${FOLDERS})/` },
      to: {},
    },
    {
      name: 'domain-is-pure',
      comment: 'The domain uses no library and no part of Node.',
      severity: 'error',
      from: { path: filesOfLayer('domain') },
      to: { pathNot: '^src/' },
    },
    {
      name: 'features-have-layers',
      comment: 'The first word of a file of a feature is a layer (FEATURE_FILES).',
      severity: 'error',
      from: {
        path: '^src/(features|standards)/',
        pathNot: [filesOf(...Object.keys(FEATURE_FILES)), STATIC_EXPORT],
      },
      to: {},
    },
    {
      name: 'features-keep-adapters-apart',
      comment: 'The store of a feature knows the storage and no page. A page knows no store.',
      severity: 'error',
      from: { path: filesOf('storage') },
      to: { path: ['^src/adapters/(?!storage/)', filesOf('http')] },
    },
    {
      name: 'features-keep-pages-apart',
      comment: 'A page of a feature knows the HTTP adapter and no store.',
      severity: 'error',
      from: { path: filesOf('http') },
      to: { path: ['^src/adapters/(?!http/)', filesOf('storage')] },
    },
    {
      name: 'adapters-never-meet',
      comment: 'An adapter never imports another: the roots compose them.',
      severity: 'error',
      from: { path: '^src/adapters/([^/.]+)[/.]' },
      to: { path: '^src/adapters/', pathNot: '^src/adapters/$1[/.]' },
    },
    {
      name: 'storage-knows-no-page',
      severity: 'error',
      from: { path: '^src/adapters/(?!http/)' },
      to: { path: filesOf('http') },
    },
    {
      name: 'http-knows-no-store',
      severity: 'error',
      from: { path: '^src/adapters/(?!storage/)' },
      to: { path: filesOf('storage') },
    },
    {
      name: 'node-files-from-the-node-side',
      comment: 'A *.node.ts file is imported only by another one or by the roots of the Node side.',
      severity: 'error',
      from: { path: '^src/', pathNot: NODE_FILES },
      to: { path: '^src/.*\\.node\\.tsx?$' },
    },
    {
      name: 'worker-files-from-the-worker',
      comment: 'A *.worker.ts file is imported only by another one or by src/worker.ts.',
      severity: 'error',
      from: { path: '^src/', pathNot: WORKER_FILES },
      to: { path: '^src/.*\\.worker\\.tsx?$' },
    },
    {
      name: 'node-builtins-in-node-files',
      comment:
        'All code but the *.node.ts files and the roots of the Node side also runs where Node is absent. A *.worker.ts file may use what workerd has of Node.',
      severity: 'error',
      from: { path: '^src/', pathNot: [NODE_FILES, WORKER_FILES].flat() },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'sources-never-import-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|tools|bin)/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing-unresolved',
      comment: 'What wrangler has made before it bundles the Worker may not be there yet.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: 'dist/worker-parts/' },
    },
    {
      name: 'no-development-packages-in-sources',
      comment:
        'What runs in production is a dependency, not a development dependency. The provider of the demonstration, which cannot run there, loads its library when it is made.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/adapters/identity/local-provider\\.node\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true, // `import type` crosses a layer as much as any other import
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
