import type { Ports } from '../service-ports.ts';
import { changePerson } from './change-person.ts';
import { mergePeople } from './merge-people.ts';

/** The DANE’s register of people. */
export function registerServices(ports: Ports) {
  return { changePerson: changePerson(ports), mergePeople: mergePeople(ports) };
}
