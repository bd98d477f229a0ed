import { setFlagsFromString } from 'node:v8';

/** For a command that goes through very many lines and then ends. V8 would give its short-lived objects up to
 *  a hundred megabytes, and on a large machine lets the rest grow fourfold before it collects. The command
 *  takes hardly longer with a tenth of the first and with half of the second. */
export function spareMemory(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=100');
}
