import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSavedDatabase } from '../support/saved-database.ts';
import { type BareRoot, makeBareRoot } from './bare-root.ts';
import { commandsOf, heredoc, IDENTITY, live, SETTINGS } from './installed.ts';
import { type MadeRelease, makeRelease } from './made.ts';

const FILES = {
  'etablissements.csv': 'uai;nom;secteur\n0210001M;Collège Claude Guyot;Public\n',
  'personnes.csv': 'email;prenom;nom\nanne.durand@ac-test.example;Anne;Durand\n',
  'engagements.csv':
    'reference;email;uai;debut;fin;missions;roles;confirmation\nS-1;anne.durand@ac-test.example;0210001M;01/09/2023;31/08/2024;A1|A2|B1;;confirmee\n',
};

/** There is no systemd in a bare root: its words start and stop the service here as its unit does. */
const SYSTEMCTL = `
SERVICE=none
# The process itself, so that the signal reaches it and its exit code is that of its orderly end.
serve() {
  set -a; . /etc/jalon/jalon.env; set +a
  cd /var/lib/jalon && exec setpriv --reuid=jalon --regid=jalon --clear-groups /opt/jalon/bin/jalon serve
}
systemctl() {
  case "$1" in
    stop) [ "$SERVICE" = none ] || { kill "$SERVICE"; wait "$SERVICE"; } ;;
    start) serve >> /root/service.log 2>&1 & SERVICE=$!; until_ready ;;
  esac
}
backup_as_its_unit() {
  words=$(sed -n 's/^ExecStart=//p' /opt/jalon/deploy/jalon-backup.service | sed 's/\\$\\$/$/g; s/%%/%/g')
  ( set -a; . /etc/jalon/jalon.env; eval "exec setpriv --reuid=jalon --regid=jalon --clear-groups $words" )
}
verdict() { jalon verify "$1" --json | sed -n 's/.*"verdict":"\\([a-z-]*\\)".*/\\1/p'; }
`;

describe('a release in a bare root, without npm and network', () => {
  let release: MadeRelease;
  let root: BareRoot;
  let prepared: string;

  beforeAll(() => {
    release = makeRelease('first');
    root = makeBareRoot('lived');
    const [install = '', asService = ''] = commandsOf('Install');
    root.put(join(release.artefacts, `${release.name}.tar.gz`), `root/${release.name}.tar.gz`);
    const files = Object.entries(FILES).map(([name, text]) => heredoc(`/tmp/files/${name}`, text));
    const script = [
      'cd /root',
      'mkdir /tmp/files',
      ...files,
      heredoc('/tmp/identity.txt', readFileSync(IDENTITY, 'utf8')),
      install,
      heredoc('/etc/jalon/jalon.env', SETTINGS),
    ];
    const installed = root.run(script.join('\n'));
    expect(installed).toEqual({ status: 0, output: '' });
    prepared = `cd /root\n${asService}\n${SYSTEMCTL}`;
  });

  afterAll(() => root?.remove());

  const here = (script: string) => live(root, `${prepared}\n${script}`);

  it('says its version with an empty PATH', () => {
    const stated = here('said version "$(env -i /opt/jalon/bin/jalon --version)"');
    expect(stated).toEqual({ version: [`jalon ${release.version}`] });
  });

  it('has no demonstration, and says so', () => {
    const script =
      'env -i NODE_ENV=development /opt/jalon/bin/jalon serve > /root/refused 2>&1 || said code $?';
    expect(here(script)).toEqual({ code: ['2'] });
    expect(readFileSync(join(root.folder, 'root/refused'), 'utf8')).toContain('npm start');
  });

  it('makes keys, serves, imports, awards, signs and verifies, and comes back from its backup', () => {
    const stated = here(`
      jalon keys generate
      systemctl start
      jalon import /tmp/files
      jalon grant --all-met --also-to-look-at
      id=$(jalon issue --json | sed -n 's|.*/credentials/\\([A-Za-z0-9_-]*\\)".*|\\1|p' | head -1)
      jalon accept "$id" --visibility public --name full
      for kind in json png pdf svg; do
        fetch_file "/credentials/$id.$kind" "/tmp/badge.$kind"
        said "$kind" "$(verdict "/tmp/badge.$kind")"
      done
      fetch_file / /root/home.html
      jalon doctor > /dev/null; said doctor $?
      backup_as_its_unit
      systemctl stop
      rm /var/lib/jalon/jalon.db*
      jalon restore --identity /tmp/identity.txt /var/lib/jalon-backups/*Z.age
      systemctl start
      fetch_file "/credentials/$id.json" /tmp/after.json
      cmp /tmp/badge.json /tmp/after.json && said same yes
      systemctl stop
    `);
    const valid = Object.fromEntries(['json', 'png', 'pdf', 'svg'].map((kind) => [kind, ['valid']]));
    expect(stated).toEqual({ ...valid, doctor: ['0'], same: ['yes'] });
    expect(readFileSync(join(root.folder, 'tmp/badge.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('brings a database of an earlier version up to date and back, by the commands of docs/releases.md', () => {
    const saved = openSavedDatabase();
    root.put(saved.file, 'var/lib/jalon/kept.db');
    root.put(join(saved.folder, 'keys'), 'var/lib/jalon/kept-keys');
    const good = saved.ask<{ id: string }>(
      "select id from credential where acceptance = 'accepted' and revoked_at is null and suspended_at is null",
    );
    saved.remove();
    const ids = good.map(({ id }) => id).join(' ');
    const [upgrade = ''] = commandsOf('Upgrade');
    const [back = ''] = commandsOf('The way back');
    const badges = (folder: string) =>
      `mkdir ${folder}; for id in ${ids}; do fetch_file "/credentials/$id.json" "${folder}/$id.json"; done`;
    const stated = here(
      `
      cd /var/lib/jalon; rm -rf jalon.db* keys; mv kept.db jalon.db; mv kept-keys keys
      chown -R jalon:jalon . && chmod 700 keys && chmod 600 keys/* jalon.db; cd /root
      jalon issue > /dev/null 2>&1 || said refused $?
      ${upgrade}
      ${badges('/tmp/upgraded')}
      for id in ${ids}; do said upgraded "$(verdict "/tmp/upgraded/$id.json")"; done
      ${back.replace('jalon-0.9.0', `jalon-${release.version}`).replace('2026-11-30', '"$(date -u +%F)"')}
      ${badges('/tmp/back')}
      diff --recursive /tmp/upgraded /tmp/back && said same yes
      systemctl stop
    `,
    );
    expect(stated).toEqual({ refused: ['3'], upgraded: good.map(() => 'valid'), same: ['yes'] });
  });
});
