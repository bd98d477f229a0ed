import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/command-line.ts';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const deployed = (name: string) => read(`tools/deploy/${name}`);

/** The figures of a page: the sizes in MB of imports and of forms, the connections, the seconds and the buffer. */
function figuresOf(page: string) {
  const text = read(page).replaceAll('\u00a0', ' ');
  const [, imports, forms] =
    /\((\d+) M[Bo] (?:for|pour) `\/api\/v1\/imports`, (\d+) M[Bo] (?:for|pour)/.exec(text) ?? [];
  const [, connections] = /`worker_connections (\d+)`/.exec(text) ?? [];
  const [, ofOne] = /(\d+) (?:requests in progress|requêtes en cours)/.exec(text) ?? [];
  const [, pause] = /(?:a pause of|une pause de) (\d+) s/.exec(text) ?? [];
  const [, buffer] = /(\d+) (?:premiers )?Ki[Bo]/.exec(text) ?? [];
  return { imports, forms, connections, ofOne, pause, buffer };
}

describe.each(['docs/operate.md', 'docs/exploiter.md'])('the proxies agree with %s', (page) => {
  const figures = figuresOf(page);

  it('gives every figure', () => {
    expect(figures).toEqual({
      imports: '64',
      forms: '12',
      connections: '8192',
      ofOne: '1000',
      pause: '15',
      buffer: '256',
    });
  });

  it('in nginx', () => {
    const site = deployed('nginx.conf');
    const [others = '', ofImports = ''] = site.split('location = /api/v1/imports');
    expect(others).toContain(`client_max_body_size ${figures.forms}m;`);
    expect(ofImports).toContain(`client_max_body_size ${figures.imports}m;`);
    expect(site.match(/client_max_body_size/g)).toHaveLength(2);
    expect(site).toContain(`limit_conn jalon_address ${figures.ofOne};`);
    expect(site).toContain(`client_body_timeout ${figures.pause}s;`);
    expect(deployed('nginx-main.conf')).toContain(`worker_connections ${figures.connections};`);
  });

  it.each(['Caddyfile', 'compose.yaml'])('in %s', (name) => {
    const text = deployed(name);
    // The service bounds the sizes; a bound of Caddy would answer with a page of its own.
    expect(text).not.toContain('max_size');
    expect(/(?:max_buffer_size|request_buffers) (\d+)KiB\n/.exec(text)?.[1]).toBe(figures.buffer);
  });

  it('in what the Caddyfile says of sizes', () => {
    const sizes = `${figures.imports} MB for /api/v1/imports and ${figures.forms} MB elsewhere`;
    expect(deployed('Caddyfile')).toContain(sizes);
  });

  it('on the id of a request', () => {
    const line = 'proxy_set_header X-Request-Id $request_id;';
    for (const text of [read(page), deployed('nginx.conf')]) expect(text).toContain(line);
    for (const name of ['Caddyfile', 'compose.yaml']) {
      expect(deployed(name)).toContain('header_up X-Request-Id {http.request.uuid}');
    }
  });

  it('on the lines for a configuration of one’s own', () => {
    const [, block = ''] = /```nginx\n([^`]*)```/.exec(read(page)) ?? [];
    const site = deployed('nginx.conf');
    const ofServer = block.split('\n').filter((line) => /^(proxy|client)_/.test(line));
    expect(ofServer.length).toBeGreaterThan(3);
    for (const line of ofServer) expect(site).toContain(line);
  });
});
