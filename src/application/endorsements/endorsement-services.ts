import type { Ports } from '../service-ports.ts';
import {
  addEndorsement,
  declineEndorsement,
  offerEndorsement,
  removeEndorsement,
  takeBackEndorsement,
} from './keep-endorsements.ts';

/** Use cases of what principals say, and of what holders do with it. */
export function endorsementServices(ports: Ports) {
  return {
    offerEndorsement: offerEndorsement(ports),
    removeEndorsement: removeEndorsement(ports),
    addEndorsement: addEndorsement(ports),
    declineEndorsement: declineEndorsement(ports),
    takeBackEndorsement: takeBackEndorsement(ports),
  };
}
