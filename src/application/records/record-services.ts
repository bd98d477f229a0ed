import type { Ports } from '../service-ports.ts';
import { enterContribution, enterReview, removeEnteredReview } from './enter-facts.ts';
import { takeBackValidation, validateContributions } from './judge-contributions.ts';

/** Use cases by which the DANE enters and validates the facts of a person. */
export function recordServices(ports: Ports) {
  return {
    enterReview: enterReview(ports),
    removeEnteredReview: removeEnteredReview(ports),
    enterContribution: enterContribution(ports),
    validateContributions: validateContributions(ports),
    takeBackValidation: takeBackValidation(ports),
  };
}
