import { type EventDetails, timesOf } from '../../domain/event/details.ts';
import type { Event } from '../../domain/records.ts';
import { daysAfter, type Instant, type LocalDate } from '../../domain/time/calendar.ts';

interface CalendarInput {
  readonly event: Event;
  readonly details: Omit<EventDetails, 'eventCode'>;
  /** The address of the service, whose host makes the UID unique. */
  readonly origin: string;
  /** The page of the invitation. */
  readonly url: string;
  readonly at: Instant;
  readonly isCancelled: boolean;
}

/** The media type of `calendarOf`. */
export const CALENDAR_TYPE = 'text/calendar; charset=utf-8; method=PUBLISH';

/** An event as an iCalendar object (RFC 5545). With hours, its times are in UTC; without, it is an event of whole
 *  days, whose end is the day after the last. */
export function calendarOf({ event, details, origin, url, at, isCancelled }: CalendarInput): string {
  const { place, link, words } = details;
  const description = [words, link].filter((part) => part !== undefined).join('\n\n');
  const lines: readonly (readonly [name: string, value: string] | undefined)[] = [
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//Jalon//Invitations//FR'],
    ['METHOD', 'PUBLISH'],
    ['BEGIN', 'VEVENT'],
    ['UID', `${encodeURIComponent(event.code)}@${new URL(origin).hostname}`],
    ['DTSTAMP', utc(at)],
    ...daysOf(event, details),
    ['SUMMARY', escaped(event.title)],
    place === undefined ? undefined : ['LOCATION', escaped(place)],
    description === '' ? undefined : ['DESCRIPTION', escaped(description)],
    ['URL', url],
    ['STATUS', isCancelled ? 'CANCELLED' : 'CONFIRMED'],
    ['END', 'VEVENT'],
    ['END', 'VCALENDAR'],
  ];
  return lines.flatMap((line) => (line ? [folded(line.join(':'))] : [])).join('');
}

function daysOf(event: Event, details: CalendarInput['details']): readonly (readonly [string, string])[] {
  const times = timesOf(event, details);
  if (times) {
    return [
      ['DTSTART', utc(times.from)],
      ['DTEND', utc(times.to)],
    ];
  }
  const after = daysAfter(event.endsOn ?? event.startsOn, 1);
  return [
    ['DTSTART;VALUE=DATE', plain(event.startsOn)],
    ['DTEND;VALUE=DATE', plain(after)],
  ];
}

const plain = (day: LocalDate) => day.replaceAll('-', '');

/** 3.3.5, form 2: a date with UTC time. */
const utc = (instant: Instant) => `${instant.slice(0, 19).replaceAll('-', '').replaceAll(':', '')}Z`;

/** 3.3.11 Text: backslashes, semicolons, commas and line ends are escaped. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replaceAll('\n', '\\n');
}

/** The most octets of a line, without its end. */
const LINE_OCTETS = 75;

/** 3.1 Content Lines: a long line is folded between characters, and each further line begins with a space. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let result = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE_OCTETS) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return `${result}\r\n`;
}
