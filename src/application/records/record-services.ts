import type { Ports } from '../service-ports.ts';
import { enterContribution, enterReview } from './enter-facts.ts';
import { takeBackValidation, validateContributions } from './judge-contributions.ts';
import { removeRecord } from './remove-record.ts';

/** Use cases by which the DANE enters and validates the facts of a person. */
export function recordServices(ports: Ports) {
  return {
    enterReview: enterReview(ports),
    removeRecord: removeRecord(ports),
    enterContribution: enterContribution(ports),
    validateContributions: validateContributions(ports),
    takeBackValidation: takeBackValidation(ports),
  };
}
