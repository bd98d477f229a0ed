import type { Socket } from 'node:net';

/** Further requests begin a new turn. */
const MAX_OF_ONE = 64;

/** Groups requests that had all arrived before the first of them was answered. The event loop asks the kernel
 *  which connections can be read, then serves all of these. So a commit from before any of these requests was
 *  sent also comes before the first answer. A second request on the same connection may have arrived
 *  meanwhile, so it begins a new turn. */
export function makeArrivalTurns(): (socket: Socket) => object {
  let turn: { left: number } | undefined;
  let isEnding = false;
  const served = new WeakMap<Socket, object>();
  const end = () => {
    turn = undefined;
    isEnding = false;
  };
  return (socket) => {
    if (turn === undefined || turn.left === 0 || served.get(socket) === turn) turn = { left: MAX_OF_ONE };
    turn.left -= 1;
    served.set(socket, turn);
    if (!isEnding) {
      isEnding = true;
      setImmediate(end);
    }
    return turn;
  };
}
