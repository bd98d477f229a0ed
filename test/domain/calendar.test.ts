import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../src/application/mail/calendar.ts';
import type { Event } from '../../src/domain/records.ts';
import type { Instant, LocalDate } from '../../src/domain/time/calendar.ts';

const day = (text: string) => text as LocalDate;
const event: Event = {
  code: 'R 1',
  kind: 'EV-RENC',
  title: 'Rencontre',
  startsOn: day('2027-03-28'),
  tags: [],
};

function made(over: Partial<Event>, details: Parameters<typeof calendarOf>[0]['details'] = {}) {
  const url = 'https://jalon.example/my/invitations/R%201';
  const at = '2026-11-30T08:05:00.123Z' as Instant;
  const text = calendarOf({
    ...{ event: { ...event, ...over }, details, url, at },
    ...{ origin: 'https://jalon.example', isCancelled: false },
  });
  return { text, lines: text.replaceAll('\r\n ', '').split('\r\n') };
}

describe('an event for a calendar', () => {
  it('has its hours of Paris in UTC, in winter and on the day when the clocks change', () => {
    const hours = { opensAt: '09:00', closesAt: '12:30' };
    expect(made({}, hours).lines).toEqual(
      expect.arrayContaining(['DTSTART:20270328T070000Z', 'DTEND:20270328T103000Z']),
    );
    const { lines } = made({ startsOn: day('2027-03-26'), endsOn: day('2027-03-28') }, hours);
    expect(lines).toEqual(expect.arrayContaining(['DTSTART:20270326T080000Z', 'DTEND:20270328T103000Z']));
  });

  it('is of whole days without hours, until the day after the last', () => {
    const { lines } = made({ startsOn: day('2026-12-30'), endsOn: day('2026-12-31') });
    expect(lines).toEqual(
      expect.arrayContaining(['DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20270101']),
    );
  });

  it('is identified by its code and host, stamped, and asks for nothing back', () => {
    expect(made({}).lines).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Jalon//Invitations//FR',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:R%201@jalon.example',
      'DTSTAMP:20261130T080500Z',
      'DTSTART;VALUE=DATE:20270328',
      'DTEND;VALUE=DATE:20270329',
      'SUMMARY:Rencontre',
      'URL:https://jalon.example/my/invitations/R%201',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('escapes what separates, and lets no text begin a line of its own', () => {
    const { lines } = made(
      { title: 'A; B, C \\ D' },
      { place: 'Salle 1\r\nEND:VEVENT', words: 'Un\nmot', link: 'https://classe.example' },
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        'SUMMARY:A\\; B\\, C \\\\ D',
        'LOCATION:Salle 1\\nEND:VEVENT',
        'DESCRIPTION:Un\\nmot\\n\\nhttps://classe.example',
      ]),
    );
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
  });

  it('folds lines at 75 octets between characters', () => {
    const title = 'Écrans 👩‍🏫 '.repeat(30);
    const { text, lines } = made({ title });
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(lines).toContain(`SUMMARY:${title}`);
  });
});
