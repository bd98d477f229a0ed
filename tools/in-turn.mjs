import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const LOCK = fileURLToPath(new URL('../var/set-up.lock', import.meta.url));
const BEAT = join(LOCK, 'beat');
const BEAT_MS = 2_000;
const DEAD_AFTER_MS = 20_000;
const LOOK_AGAIN_MS = 200;

/** Runs `work` while no other process runs its own. The lock is a folder, because making a folder is atomic.
 *  `work` gets an AbortSignal, which is raised when a person stops the command; the process then ends by that
 *  signal. */
export async function inTurn(work) {
  mkdirSync(dirname(LOCK), { recursive: true });
  while (!take()) await wait(LOOK_AGAIN_MS);
  const beat = setInterval(touch, BEAT_MS);
  const controller = new AbortController();
  let stoppedBy;
  const stop = (name) => {
    stoppedBy = name;
    controller.abort();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    await work(controller.signal);
  } finally {
    clearInterval(beat);
    process.off('SIGINT', stop).off('SIGTERM', stop);
    rmSync(LOCK, { recursive: true, force: true });
    if (stoppedBy) process.kill(process.pid, stoppedBy);
  }
}

function take() {
  try {
    mkdirSync(LOCK);
    return true;
  } catch (fault) {
    if (fault.code !== 'EEXIST') throw fault;
    buryIfDead();
    return false;
  }
}

// A living holder updates its lock regularly, so an old lock belongs to a killed process.
function buryIfDead() {
  const last = stampOf(BEAT) ?? stampOf(LOCK);
  if (last === undefined || stampOfNow() - last < DEAD_AFTER_MS) return;
  const grave = `${LOCK}.${process.pid}`;
  try {
    renameSync(LOCK, grave); // where several processes find the dead lock, only one succeeds
    rmSync(grave, { recursive: true });
  } catch (fault) {
    if (fault.code !== 'ENOENT') throw fault;
  }
}

function touch() {
  writeFileSync(BEAT, '');
}

function stampOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

// File times come from the clock of the disk, which may differ from the clock of this process.
function stampOfNow() {
  const probe = `${LOCK}.${process.pid}.now`;
  writeFileSync(probe, '');
  const now = stampOf(probe);
  rmSync(probe);
  return now;
}
