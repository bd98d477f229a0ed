import { DomainError } from '../errors.ts';
import type { LocalDate } from './time.ts';

/** The day D as of which facts are taken. It may not lie after today, because no record can prove a day to
 *  come. Throws `day-to-come`. */
export function dayLived(on: LocalDate, today: LocalDate): LocalDate {
  if (on > today) throw new DomainError('day-to-come', { on, today });
  return on;
}
