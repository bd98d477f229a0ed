import { endHold, holdDeletion, readRetention } from '../retention.ts';
import type { Ports } from '../service-ports.ts';
import { changePerson, mergePeople } from './people.ts';

/** Use cases of the DANE's register of people. */
export function peopleServices(ports: Ports) {
  return {
    changePerson: changePerson(ports),
    mergePeople: mergePeople(ports),
    readRetention: readRetention(ports),
    holdDeletion: holdDeletion(ports),
    endHold: endHold(ports),
  };
}
