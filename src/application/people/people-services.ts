import type { Ports } from '../service-ports.ts';
import { endHold, holdDeletion, readRetention } from '../upkeep/expire-facts.ts';
import { changePerson } from './change-person.ts';
import { mergePeople } from './merge-people.ts';

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
