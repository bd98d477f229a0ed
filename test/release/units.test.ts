import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BootedRoot, bootRoot } from './booted-root.ts';
import { commandsOf, HELPERS, heredoc, live, SETTINGS } from './installed.ts';
import { type MadeRelease, makeRelease } from './made.ts';

const [INSTALL = '', AS_SERVICE = '', START = ''] = commandsOf('Install');

describe('a release whose units systemd runs', () => {
  let release: MadeRelease;
  let root: BootedRoot;

  beforeAll(async () => {
    release = makeRelease('first');
    const archive = `${release.name}.tar.gz`;
    root = await bootRoot('units', { [`root/${archive}`]: join(release.artefacts, archive) });
    const script = [
      'cd /root',
      INSTALL,
      heredoc('/etc/jalon/jalon.env', SETTINGS),
      AS_SERVICE,
      START,
      HELPERS,
    ];
    const installed = root.run([...script, 'until_ready'].join('\n'));
    expect(installed, installed.output).toMatchObject({ status: 0 });
  });
  afterAll(() => root?.remove());

  it('answers with pages and pictures, as an account that may do nothing else', () => {
    const stated = live(
      root,
      `
      fetch_file / /root/home.html
      fetch_file /preview.png /root/preview.png && said drawn yes
      pid=$(systemctl show --property MainPID --value jalon)
      for name in CapEff NoNewPrivs Seccomp; do said "$name" "$(sed -n "s/^$name:\\t//p" /proc/$pid/status)"; done
      for place in /opt/x /etc/x /usr/x; do nsenter --target "$pid" --mount touch "$place" 2>/dev/null || said closed "$place"; done
      said home "$(nsenter --target "$pid" --mount ls /root | wc --lines)"
    `,
    );
    expect(stated).toEqual({
      drawn: ['yes'],
      CapEff: ['0000000000000000'],
      NoNewPrivs: ['1'],
      Seccomp: ['2'],
      closed: ['/opt/x', '/etc/x', '/usr/x'],
      home: ['0'],
    });
  });

  it('comes back by itself where its process is killed, and ends in order', () => {
    const stated = live(
      root,
      `
      kill -KILL "$(systemctl show --property MainPID --value jalon)"
      sleep 1; until_ready
      said restarts "$(systemctl show --property NRestarts --value jalon)"
      systemctl stop jalon
      said result "$(systemctl show --property Result --value jalon)"
      systemctl start jalon; until_ready
    `,
    );
    expect(stated).toEqual({ restarts: ['1'], result: ['success'] });
  });

  it('copies its database and looks at the whole by its timers, whose next hours are known', () => {
    const stated = live(
      root,
      `
      for unit in jalon-backup jalon-doctor; do
        systemctl start "$unit.service"
        said "result" "$(systemctl show --property Result --value "$unit.service")"
        said "timer" "$(systemctl is-active "$unit.timer")"
        [ "$(systemctl show --property NextElapseUSecRealtime --value "$unit.timer")" ] && said next known
      done
    `,
    );
    expect(stated).toEqual({
      result: ['success', 'success'],
      timer: ['active', 'active'],
      next: ['known', 'known'],
    });
    expect(readdirSync(join(root.folder, 'var/lib/jalon-backups'))).toEqual([
      expect.stringMatching(/Z\.age$/),
    ]);
  });
});
