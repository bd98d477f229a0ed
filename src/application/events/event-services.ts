import { closeRollCall, openRollCall, saveAttendance, saveEvent, signRollCall } from '../events.ts';
import type { Ports } from '../service-ports.ts';

/** Use cases of events, their attendances and their roll calls. */
export function eventServices(ports: Ports) {
  return {
    saveEvent: saveEvent(ports),
    saveAttendance: saveAttendance(ports),
    openRollCall: openRollCall(ports),
    closeRollCall: closeRollCall(ports),
    signRollCall: signRollCall(ports),
  };
}
