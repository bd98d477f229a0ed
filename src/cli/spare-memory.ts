import { setFlagsFromString } from 'node:v8';

/** Saves memory in a command that goes through very many lines and then ends. By default, V8 gives
 *  short-lived objects up to a hundred megabytes, and lets the heap grow to three times its used size before
 *  it collects objects that wait for a signature. The command takes no longer with far less memory. */
export function spareMemory(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=50');
}
