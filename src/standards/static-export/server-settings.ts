import { extname } from 'node:path';
import { MEDIA_TYPES } from '#open-badges/credential';

/** Settings for the servers that will carry the copy. They give the files the same types as the service, let
 *  programs of any site read them, and, except for `_headers`, choose a form by `Accept`. */

/** A pattern of file names and their type. `*`, at most once, stands for any text. */
export type TypeRule = readonly [pattern: string, type: string];

/** Types that servers do not guess from the names of these files. `keys` has a rule for each key. */
export function typeRules(keys: readonly TypeRule[]): readonly TypeRule[] {
  return [
    // Some verifiers read the keys only under this type. The running service gives it when asked.
    ['/.well-known/did.json', MEDIA_TYPES.json],
    ['/.well-known/jwks.json', MEDIA_TYPES.jwkSet],
    ...keys,
    ['/status/*', MEDIA_TYPES.vcLdJson],
    ['/credentials/*.json', MEDIA_TYPES.vcLdJson],
    ['/credentials/*.jws', MEDIA_TYPES.vcJwt],
    ['/credentials/*.tlog-proof', MEDIA_TYPES.text],
    ['/credentials/*/ob2', MEDIA_TYPES.ldJson],
    ['/badges/*/ob2', MEDIA_TYPES.ldJson],
    ['/issuer/ob2', MEDIA_TYPES.ldJson],
    ['/records/*.json', MEDIA_TYPES.vcLdJson],
    ['/records/*.jws', MEDIA_TYPES.vcJwt],
    ['/schools/*.json', MEDIA_TYPES.json],
    ['/badges/*.json', MEDIA_TYPES.ldJson],
    ['/badges/*.jws', MEDIA_TYPES.vcJwt],
    ['/referentiel/*.json', MEDIA_TYPES.ldJson],
    ['/issuer.json', MEDIA_TYPES.ldJson],
    ['/log/checkpoint', MEDIA_TYPES.text],
    ['/log/checkpoints', MEDIA_TYPES.json],
    ['/log/tile/*', 'application/octet-stream'],
    ['/site.webmanifest', 'application/manifest+json'],
  ];
}

/** Addresses about people. A copy does not learn of a revocation, so search engines list none of them. */
const OF_PEOPLE = ['/credentials/*', '/profiles/*', '/records/*'] as const;
const UNLISTED = ['X-Robots-Tag', 'noindex'] as const;

interface Site {
  readonly rules: readonly TypeRule[];
  readonly origin: string;
  /** The `Content-Security-Policy` of every page. */
  readonly policy: string;
}

/** Each file of settings by its name. */
export function serverSettings(site: Site): Readonly<Record<string, string>> {
  return {
    '/_headers': headersFile(site),
    '/.htaccess': apache(site),
    '/nginx.conf': nginx(site),
    '/Caddyfile': caddy(site),
    // Without this file, GitHub Pages leaves out names that begin with `_`, as some ids do.
    '/.nojekyll': '',
  };
}

/** The types of files that bear an extension. A page in French has none. */
const TYPES: { readonly '.html': string } & Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': MEDIA_TYPES.json,
  '.svg': MEDIA_TYPES.svg,
  '.png': MEDIA_TYPES.png,
  '.pdf': MEDIA_TYPES.pdf,
  '.txt': 'text/plain; charset=utf-8',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const JSON_ACCEPT_PATTERN = 'application/(vc\\+ld\\+json|ld\\+json|json|vc)\\s*(,|;|$)';
const JWS_ACCEPT_PATTERN = '(application/vc\\+jwt|text/plain)';

function sharedHeaders({ policy }: Site): readonly (readonly [name: string, value: string])[] {
  return [
    ['Access-Control-Allow-Origin', '*'],
    ['Content-Security-Policy', policy],
    ['X-Content-Type-Options', 'nosniff'],
  ];
}

function joinLines(parts: readonly (string | readonly string[])[]): string {
  return `${parts.flat().join('\n')}\n`;
}

/** For hosts of static sites (Netlify, Cloudflare Pages and others), which cannot choose by `Accept`. */
function headersFile(site: Site): string {
  return joinLines([
    '/*',
    sharedHeaders(site).map(([name, value]) => `  ${name}: ${value}`),
    site.rules.flatMap(([pattern, type]) => [pattern, `  Content-Type: ${type}`]),
    OF_PEOPLE.flatMap((pattern) => [pattern, `  ${UNLISTED.join(': ')}`]),
  ]);
}

/** The type of a file of the copy: that of the first rule for it, else that of its extension. */
export function typeOf(file: string, rules: readonly TypeRule[]): string {
  const rule = rules.find(([pattern]) => {
    const [before = '', after] = pattern.split('*');
    return after === undefined ? file === pattern : file.startsWith(before) && file.endsWith(after);
  });
  return rule?.[1] ?? TYPES[extname(file)] ?? TYPES['.html'];
}

function expressionOf(pattern: string): string {
  return `^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`;
}

/** A form that `Accept` asks for is a file next to the page. The folder of the file determines its type. */
function nginx(site: Site): string {
  const choosing = '{ try_files $uri$jalon_form $uri/index.html $uri =404; types { ';
  return joinLines([
    '# nginx: to be included in the block http. Ports, certificates and the folder are yours to set.',
    'map $http_accept $jalon_form {',
    '    default "";',
    '    "~*text/html" "";',
    `    "~*${JSON_ACCEPT_PATTERN}" ".json";`,
    `    "~*${JWS_ACCEPT_PATTERN}" ".jws";`,
    '    "~*application/pdf" ".pdf";',
    '}',
    'map $uri $jalon_robots {',
    '    default "";',
    OF_PEOPLE.map((pattern) => `    "~${expressionOf(pattern)}" "${UNLISTED[1]}";`),
    '}',
    'server {',
    `    server_name ${new URL(site.origin).hostname};`,
    '    root /srv/jalon-copy;',
    '    charset utf-8;',
    '    error_page 404 /404.html;',
    sharedHeaders(site).map(([name, value]) => `    add_header ${name} "${value}" always;`),
    // An empty value adds no header. A header inside of a location would drop those of the server.
    `    add_header ${UNLISTED[0]} $jalon_robots always;`,
    '    add_header Vary Accept always;',
    '    location / { try_files $uri $uri/index.html =404; }',
    site.rules.map(
      ([pattern, type]) => `    location ~ "${expressionOf(pattern)}" { types { } default_type ${type}; }`,
    ),
    `    location ~ "^/credentials/[^./]+$" ${choosing}text/html html; ${MEDIA_TYPES.vcLdJson} json; ${MEDIA_TYPES.vcJwt} jws; ${MEDIA_TYPES.pdf} pdf; } }`,
    `    location ~ "^/(badges|referentiel|issuer)[^.]*$" ${choosing}text/html html; ${MEDIA_TYPES.ldJson} json; } }`,
    '}',
  ]);
}

function apache(site: Site): string {
  return joinLines([
    '# Apache 2.4 with mod_rewrite and mod_headers; AllowOverride FileInfo Indexes Options.',
    'DirectoryIndex index.html',
    'DirectorySlash Off',
    'Options -Indexes',
    'ErrorDocument 404 /404.html',
    sharedHeaders(site).map(([name, value]) => `Header always set ${name} "${value}"`),
    'Header always append Vary Accept',
    OF_PEOPLE.map(
      (pattern) =>
        `<If "%{REQUEST_URI} =~ m#${expressionOf(pattern)}#">\n  Header always set ${UNLISTED.join(' ')}\n</If>`,
    ),
    site.rules.map(
      ([pattern, type]) => `<If "%{REQUEST_URI} =~ m#${expressionOf(pattern)}#">\n  ForceType ${type}\n</If>`,
    ),
    'RewriteEngine On',
    [JSON_ACCEPT_PATTERN, JWS_ACCEPT_PATTERN, 'application/pdf'].flatMap((requested, index) => {
      const form = ['json', 'jws', 'pdf'][index];
      return [
        'RewriteCond %{HTTP_ACCEPT} !text/html [NC]',
        `RewriteCond %{HTTP_ACCEPT} "${requested}" [NC]`,
        `RewriteCond %{DOCUMENT_ROOT}%{REQUEST_URI}.${form} -f`,
        `RewriteRule ^ %{REQUEST_URI}.${form} [L]`,
      ];
    }),
    'RewriteCond %{DOCUMENT_ROOT}%{REQUEST_URI}/index.html -f',
    'RewriteRule ^ %{REQUEST_URI}/index.html [L]',
  ]);
}

/** `route` keeps the order of its parts, because a header depends on the chosen file. */
function caddy(site: Site): string {
  const forms = [
    ['json', JSON_ACCEPT_PATTERN],
    ['jws', JWS_ACCEPT_PATTERN],
    ['pdf', 'application/pdf'],
  ] as const;
  return joinLines([
    '# Caddy 2. The folder is yours to set.',
    `${new URL(site.origin).host} {`,
    '\troot * /srv/jalon-copy',
    sharedHeaders(site).map(([name, value]) => `\theader ${name} "${value}"`),
    '\theader Vary Accept',
    OF_PEOPLE.map((pattern) => `\theader ${pattern} ${UNLISTED.join(' ')}`),
    forms.flatMap(([form, requested]) => [
      `\t@${form} {`,
      '\t\tnot header_regexp Accept (?i)text/html',
      `\t\theader_regexp ${form} Accept \`(?i)${requested}\``,
      `\t\tfile {path}.${form}`,
      '\t}',
    ]),
    '\troute {',
    forms.map(([form]) => `\t\trewrite @${form} {path}.${form}`),
    '\t\ttry_files {path} {path}/index.html',
    site.rules.map(([pattern, type]) => `\t\theader ${pattern} Content-Type ${type}`),
    '\t\tfile_server {',
    '\t\t\tdisable_canonical_uris',
    '\t\t}',
    '\t}',
    '\thandle_errors {',
    '\t\trewrite * /404.html',
    '\t\tfile_server',
    '\t}',
    '}',
  ]);
}
