import { adoptCriteria } from '../criteria/adopt-criteria.ts';
import { exportRecords } from '../export/export-records.ts';
import type { Ports } from '../service-ports.ts';
import { changePerson } from './change-person.ts';
import { mergePeople } from './merge-people.ts';

/** The DANE’s register and criteria. */
export function registerServices(ports: Ports) {
  return {
    changePerson: changePerson(ports),
    mergePeople: mergePeople(ports),
    adoptCriteria: adoptCriteria(ports),
    exportRecords: exportRecords(ports),
  };
}
