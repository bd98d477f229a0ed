import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { copyRoot, removeRoot } from './bare-root.ts';
import { debianFiles } from './debian.ts';

/** A root of Debian that systemd has started, with the loopback as its only network. */
export interface BootedRoot {
  readonly folder: string;
  /** Runs a script by its own `/bin/sh`. */
  run(script: string): { readonly status: number | null; readonly output: string };
  remove(): void;
}

/** What the first process of a machine may do, as far as this one may give it. */
const MAY = [
  ...['CHOWN', 'DAC_OVERRIDE', 'DAC_READ_SEARCH', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_ADMIN'],
  ...['NET_BIND_SERVICE', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_ADMIN', 'SYS_CHROOT', 'SYS_PTRACE'],
].map((name) => `CAP_${name}`);

/** Units that would write settings of the kernel, which is that of this machine. */
const NOT_HERE = ['systemd-sysctl.service', 'systemd-binfmt.service', 'proc-sys-fs-binfmt_misc.automount'];

/** systemd refuses the older groups of processes, which this machine may have, where it is not told so. */
const LEGACY_GROUPS = 'SYSTEMD_CGROUP_ENABLE_LEGACY_FORCE=1';

/** Puts files into a new root and boots it as a container, by runc. */
export async function bootRoot(name: string, files: Readonly<Record<string, string>>): Promise<BootedRoot> {
  const folder = copyRoot(name, ['systemd', 'systemd-sysv', 'dbus']);
  for (const [to, from] of Object.entries(files)) cpSync(from, join(folder, to));
  for (const unit of NOT_HERE) symlinkSync('/dev/null', join(folder, 'etc/systemd/system', unit));
  const state = mkdtempSync(join(tmpdir(), 'jalon-booted-'));
  const command = join(debianFiles('runc'), 'usr/sbin/runc');
  const runc = (...texts: readonly string[]) =>
    spawnSync(command, ['--root', join(state, 'runc'), ...texts], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
  const remove = () => {
    runc('delete', '--force', name);
    rmSync(state, { recursive: true, force: true });
    removeRoot(folder);
  };
  const inside = (...texts: readonly string[]) => runc('exec', name, ...texts);
  try {
    writeContainerSpec(command, { state, folder });
    const began = runc('run', '--detach', '--bundle', state, name);
    if (began.status !== 0) throw new Error(began.stderr);
    await untilRunning(inside);
  } catch (error) {
    remove();
    throw error;
  }
  return {
    folder,
    run(script) {
      writeFileSync(join(folder, 'root/script.sh'), script);
      const { status, stdout, stderr } = inside('/bin/sh', '-e', '/root/script.sh');
      return { status, output: stdout + stderr };
    },
    remove,
  };
}

type Inside = (...texts: readonly string[]) => { readonly stdout: string };

async function untilRunning(inside: Inside): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    if (inside('systemctl', 'is-system-running').stdout.trim() === 'running') return;
    await wait(200);
  }
  throw new Error(inside('systemctl', '--failed', '--no-pager').stdout);
}

/** The description of the container, from the one that runc itself proposes. */
function writeContainerSpec(
  command: string,
  { state, folder }: { readonly state: string; readonly folder: string },
): void {
  execFileSync(command, ['spec', '--bundle', state]);
  const file = join(state, 'config.json');
  const about = JSON.parse(readFileSync(file, 'utf8'));
  const { process, linux, mounts } = about;
  process.terminal = false;
  process.noNewPrivileges = false;
  process.rlimits = [];
  process.args = ['/sbin/init', LEGACY_GROUPS];
  process.env = ['PATH=/usr/sbin:/usr/bin:/sbin:/bin', 'container=oci', 'LC_ALL=C.UTF-8', LEGACY_GROUPS];
  for (const kind of ['bounding', 'effective', 'permitted']) process.capabilities[kind] = MAY;
  about.root = { path: folder, readonly: false };
  for (const mount of mounts) mount.options = mount.options?.filter((option: string) => option !== 'ro');
  mounts.push({
    destination: '/run',
    type: 'tmpfs',
    source: 'tmpfs',
    options: ['nosuid', 'nodev', 'mode=755'],
  });
  // The kernel lets systemd give a unit a /proc of its own only if all of this one can be seen.
  linux.maskedPaths = [];
  linux.readonlyPaths = [];
  linux.resources = { devices: [{ allow: true, access: 'rwm' }] };
  writeFileSync(file, JSON.stringify(about));
}
