import type { LocalDate } from '../../../src/domain/time/calendar.ts';

export type { LocalDate, Period } from '../../../src/domain/time/calendar.ts';

const DAY_MS = 86_400_000;

export function toDayNumber(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

export function fromDayNumber(days: number): LocalDate {
  return new Date(days * DAY_MS).toISOString().slice(0, 10) as LocalDate;
}
