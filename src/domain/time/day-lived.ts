import { DomainError } from '../errors.ts';
import type { LocalDate } from './time.ts';

/** The day D that facts are taken as of: today at the latest, for nothing is said of days that nobody has lived. Throws
 *  `day-to-come`. */
export function dayLived(on: LocalDate, today: LocalDate): LocalDate {
  if (on > today) throw new DomainError('day-to-come', { on, today });
  return on;
}
