const LOOK_EVERY_MS = 1_000;

/** Stops this process when its parent has ended. Under `npm start`, a SIGTERM to npm ends npm and its shell,
 *  but does not reach the process that they started. So that process checks whether its parent still exists,
 *  and otherwise stops in the usual orderly way. */
export function stopWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  timer.unref();
}
