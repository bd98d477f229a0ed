import type { Event } from '../../../domain/records.ts';
import type { FormValues } from '../forms/schema.ts';
import type { TextContext } from '../view-models/text-context.ts';

/** Address of an event's page. */
export function eventHref(code: string): string {
  return `/dane/events/${encodeURIComponent(code)}`;
}

type SummaryContext = Pick<TextContext, 't' | 'locale'>;

export interface EventRow {
  readonly code: string;
  readonly href: string;
  readonly title: string;
  readonly kind: string;
  readonly dates: string;
  readonly hours: string;
  /** The school of an event that concerns only one. */
  readonly school?: string;
}

export function eventRow(texts: SummaryContext, event: Event, school?: string): EventRow {
  const { t } = texts;
  const { events } = t.dane.data;
  const end = event.endsOn && event.endsOn !== event.startsOn ? t.day(event.endsOn) : undefined;
  return {
    code: event.code,
    href: eventHref(event.code),
    title: event.title,
    kind: t.records.eventKinds[event.kind],
    dates: events.dates(t.day(event.startsOn), end),
    hours: hoursAsText(texts, event.hours),
    ...(school && { school }),
  };
}

/** The hours in words; empty if there are none. */
export function hoursAsText({ t, locale }: SummaryContext, hours: number | undefined): string {
  if (hours === undefined) return '';
  return t.dane.data.events.hoursOf(hours.toLocaleString(locale));
}

/** An event as the values of its form, without its school. */
export function eventValues(event: Event): FormValues {
  const given = {
    code: event.code,
    kind: event.kind,
    title: event.title,
    startsOn: event.startsOn,
    endsOn: event.endsOn,
    hours: event.hours,
    tags: event.tags.join(', '),
  };
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, value === undefined ? [] : [String(value)]]),
  );
}
