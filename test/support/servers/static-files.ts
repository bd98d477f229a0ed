import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** A plain server of files: it has no application, does not choose by `Accept`, and takes types from names.
 *  Types that it cannot guess come from the table `_headers` of the folder. */
export interface StaticServer {
  readonly url: string;
  close(): void;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export async function serveFolder(folder: string): Promise<StaticServer> {
  const typed = readTypes(readFileSync(join(folder, '_headers'), 'utf8'));
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = fileOf(folder, pathname);
    if (file === undefined) {
      response.writeHead(404, { 'Content-Type': TYPES['.html'] }).end(readFileSync(join(folder, '404.html')));
      return;
    }
    const type = typed.find(([pattern]) => pattern.test(pathname))?.[1] ?? TYPES[extname(file)] ?? '';
    response.writeHead(200, { 'Content-Type': type }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

/** The file of a path, or the index of its folder. */
export function fileOf(folder: string, pathname: string): string | undefined {
  const found = [join(folder, pathname), join(folder, pathname, 'index.html')];
  return found.find((file) => existsSync(file) && statSync(file).isFile());
}

/** Rules of the form: a pattern alone on its line, then indented headers. */
function readTypes(text: string): readonly (readonly [RegExp, string])[] {
  let pattern = /^$/;
  return text.split('\n').flatMap((line) => {
    const type = /^ +Content-Type: (.+)$/.exec(line)?.[1];
    if (type !== undefined) return [[pattern, type] as const];
    const literal = line.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
    if (line.startsWith('/')) pattern = new RegExp(`^${literal}$`);
    return [];
  });
}
