import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { generate } from 'selfsigned';
import { ROOT } from '../support/command-line.ts';
import { debianFiles } from './debian.ts';

/** The host name in the files of `tools/deploy`. */
export const HOST = 'badges.example.fr';

const read = (name: string) => readFileSync(join(ROOT, 'tools/deploy', name), 'utf8');

export interface ProxyPlace {
  /** Holds the certificate, the configuration and what the proxy writes. */
  readonly folder: string;
  /** The port for TLS. */
  readonly port: number;
  /** The port of nginx without TLS. */
  readonly plain: number;
  readonly servicePort: number;
  /** The port of a second process, if there is one. */
  readonly secondPort?: number;
}

export interface Proxy {
  readonly command: string;
  readonly texts: readonly string[];
}

/** Writes a certificate for `HOST` into the folder. */
export async function writeCertificate(folder: string): Promise<void> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: HOST }]);
  writeFileSync(join(folder, 'fullchain.pem'), cert);
  writeFileSync(join(folder, 'privkey.pem'), key);
}

/** Debian's nginx with both files of `tools/deploy`, of which only places and ports are changed. */
export function nginxAt({ folder, port, plain, servicePort, secondPort }: ProxyPlace): Proxy {
  const site = read('nginx.conf')
    .replace('127.0.0.1:3000', `127.0.0.1:${servicePort}`)
    .replace('# server 127.0.0.1:3001', secondPort ? `server 127.0.0.1:${secondPort}` : '#')
    .replace(/listen \[::\].*\n/g, '')
    .replace('listen 80', `listen 127.0.0.1:${plain}`)
    .replace('listen 443', `listen 127.0.0.1:${port}`)
    .replaceAll('/etc/ssl/jalon', folder);
  writeFileSync(join(folder, 'site.conf'), site);
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const main = read('nginx-main.conf')
    .replace('user www-data;', 'daemon off; user root;')
    .replace('/run/nginx.pid', `${folder}/pid`)
    .replace(/include \/etc\/nginx\/(?:modules-enabled\/\*\.conf|mime\.types);\n/g, '')
    .replace('access_log /var/log/nginx/access.log;', 'access_log off;')
    .replace('error_log /var/log/nginx/error.log;', `error_log stderr; ${paths.join(' ')}`)
    .replace('/etc/nginx/sites-enabled/*', `${folder}/site.conf`)
    .replaceAll(/include \/etc\/nginx\/.*\n/g, '');
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, main);
  return {
    command: join(debianFiles('nginx'), 'usr/sbin/nginx'),
    texts: ['-p', folder, '-c', file, '-e', 'stderr'],
  };
}

/** Debian's Caddy with the file of `tools/deploy`, of which only places and ports are changed. */
export function caddyAt({ folder, port, servicePort, secondPort }: ProxyPlace): Proxy {
  const site = read('Caddyfile')
    .replace(
      'reverse_proxy 127.0.0.1:3000',
      ['reverse_proxy', ...[servicePort, secondPort].flatMap((at) => (at ? [`127.0.0.1:${at}`] : []))].join(
        ' ',
      ),
    )
    .replace('\n{\n', '\n{\n\tadmin off\n\tauto_https off\n')
    .replace(
      `${HOST} {`,
      `https://${HOST}:${port} {\n\tbind 127.0.0.1\n\ttls ${folder}/fullchain.pem ${folder}/privkey.pem`,
    );
  const file = join(folder, 'Caddyfile');
  writeFileSync(file, site);
  return {
    command: join(debianFiles('caddy'), 'usr/bin/caddy'),
    texts: ['run', '--config', file, '--adapter', 'caddyfile'],
  };
}

/** Uses a running proxy. If it fails, the error holds what the proxy wrote. */
export async function withProxy(
  { command, texts }: Proxy,
  folder: string,
  isReady: () => Promise<boolean>,
  use: () => Promise<void>,
): Promise<void> {
  const env = { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const proxy: ChildProcess = spawn(command, texts, { stdio: ['ignore', 'pipe', 'pipe'], env });
  let stated = '';
  for (const stream of [proxy.stdout, proxy.stderr]) {
    stream?.on('data', (text) => {
      stated = (stated + text).slice(-20_000);
    });
  }
  try {
    for (let attempt = 0; attempt < 100 && proxy.exitCode === null; attempt += 1) {
      if (await isReady().catch(() => false)) break;
      await wait(100);
    }
    await use();
  } catch (error) {
    throw new Error(stated, { cause: error });
  } finally {
    proxy.kill('SIGTERM');
    if (proxy.exitCode === null) await once(proxy, 'exit');
  }
}
