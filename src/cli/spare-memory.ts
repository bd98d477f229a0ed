import { setFlagsFromString } from 'node:v8';

/** For a command that goes through very many lines and then ends. V8 would give its short-lived objects up to
 *  a hundred megabytes, and let those that wait for a signature fill three times what is in use before it
 *  looks through them. It takes no longer with far less. */
export function spareMemory(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=50');
}
