import { DomainError } from '../errors.ts';
import type { LocalDate } from './time.ts';

/** Checks a day D for which facts are asked. It may not lie after today, because no record can prove a future
 *  day. Throws `day-to-come`. */
export function dayLived(on: LocalDate, today: LocalDate): LocalDate {
  if (on > today) throw new DomainError('day-to-come', { on, today });
  return on;
}
