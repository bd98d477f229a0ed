import type { Ports } from '../service-ports.ts';
import { answerSupport, askSupport, endSupport } from './ask-support.ts';
import { readOwnSchools } from './own-schools.ts';

/** Use cases of the support that the DANE gives: requests, meetings, invitations, projects for classes. */
export function supportServices(ports: Ports) {
  return {
    readOwnSchools: readOwnSchools(ports),
    askSupport: askSupport(ports),
    answerSupport: answerSupport(ports),
    endSupport: endSupport(ports),
  };
}
