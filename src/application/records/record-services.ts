import type { Ports } from '../service-ports.ts';
import { enterContribution, enterReview, takeBackValidation, validateContributions } from './enter-facts.ts';
import { removeRecord } from './remove-record.ts';
import { exportWishes, planWish, readWishes, takeBackWish } from './wished-trainings.ts';

/** Use cases by which the DANE enters and validates the facts of a person, and collects the trainings wished
 *  in reviews. */
export function recordServices(ports: Ports) {
  return {
    enterReview: enterReview(ports),
    removeRecord: removeRecord(ports),
    enterContribution: enterContribution(ports),
    validateContributions: validateContributions(ports),
    takeBackValidation: takeBackValidation(ports),
    readWishes: readWishes(ports),
    planWish: planWish(ports),
    takeBackWish: takeBackWish(ports),
    exportWishes: exportWishes(ports),
  };
}
