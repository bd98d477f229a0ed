import type { Ports } from '../service-ports.ts';
import { adoptCriteria, previewCriteria } from './adopt-criteria.ts';
import { withdrawCriteria } from './withdraw-criteria.ts';

/** Use cases to adopt and withdraw versions of the criteria. */
export function criteriaServices(ports: Ports) {
  return {
    previewCriteria: previewCriteria(ports),
    adoptCriteria: adoptCriteria(ports),
    withdrawCriteria: withdrawCriteria(ports),
  };
}
