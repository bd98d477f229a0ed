import { planYearlyEvents } from '../../demo/events.ts';
import type { Story } from '../../demo/story.ts';
import type { Confirmation, ContributionKind, EventKind } from '../../src/domain/records.ts';
import { GUYOT, LACAILLE, type PersonSketch } from './builders.ts';

const CONFIRMATIONS: Readonly<Record<string, Confirmation>> = {
  demandee: 'requested',
  confirmee: 'confirmed',
  'confirmee-avec-reserve': 'confirmed-with-reservation',
  'confirmee-dane': 'confirmed-by-dane',
  contestee: 'contested',
};
const CONTRIBUTIONS: Readonly<Record<string, ContributionKind>> = {
  'prise-en-main': 'session',
  projet: 'project',
  valorisation: 'showcase',
  'formation-animee': 'training-given',
  tutorat: 'mentoring',
  ressource: 'resource',
};
const UAIS = { first: GUYOT, second: LACAILLE };
const EVENTS = new Map(planYearlyEvents(0).map((event) => [event.code, event]));

/** A life of the demonstration as a record. */
export function sketchStory(story: Story): PersonSketch {
  return {
    segments: story.segments.map(({ from, to, place, missions, roles, confirmation }) => ({
      from,
      ...(to && { to }),
      uai: UAIS[place],
      missions,
      roles: roles as never,
      confirmation: CONFIRMATIONS[confirmation] ?? 'requested',
    })),
    authorisations: (story.authorisations ?? []).map(({ mission, from, to }) => {
      return { mission, from, ...(to && { to }) };
    }),
    attended: story.attended.flatMap(({ year, codeIn, hours, proof }) => {
      const event = EVENTS.get(codeIn(year));
      if (!event) return [];
      const { code, kind, startsOn, tags } = event;
      return [{ code, kind: kind as EventKind, on: startsOn, tags, proof, hours: hours ?? event.hours ?? 0 }];
    }),
    reviews: story.reviews.map(({ on, kind }) => {
      return { on, kind: kind === 'bilan' ? ('self-report' as const) : ('review' as const) };
    }),
    contributions: story.contributions.map(({ kind, on, linked, validated }) => {
      return {
        kind: CONTRIBUTIONS[kind] ?? 'session',
        on,
        validated,
        ...(linked && { url: 'https://a.example' }),
      };
    }),
  };
}
