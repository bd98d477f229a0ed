import { attended } from './events.ts';
import { between, contribution, review, type Story, split, yearly } from './story.ts';

/** Stories about the thematic badges: RUPN-ACC, RUPN-ENT, RUPN-COM and RUPN-VEILLE. */

const NO_STORY: Story = { segments: [], attended: [], reviews: [], contributions: [] };

const sessions = (...days: readonly string[]) => days.map((day) => contribution('prise-en-main', day));

const showcases = (...days: readonly string[]) =>
  days.map((day) => contribution('valorisation', day, { linked: true }));

/** A1, A2 and A3 in one year and three hands-on sessions: earns RUPN-ACC. */
export function companion(): Story {
  return {
    ...NO_STORY,
    segments: yearly([2024, 2025], split('A1 A2 A3')),
    reviews: [review('2026-06-10')],
    contributions: sessions('2024-11-14', '2025-04-03', '2025-10-09'),
  };
}

/** A3 came the year after A1 and A2, with a project: earns RUPN-ACC. */
export function companionOverTwoYears(): Story {
  return {
    ...NO_STORY,
    segments: [...yearly([2024, 2024], split('A1 A2 D2')), ...yearly([2025, 2025], split('A3 D2'))],
    attended: [attended(2025, 'projet', { proof: 1 })],
    reviews: [review('2026-05-26')],
    contributions: [contribution('projet', '2026-03-19', { linked: true, validated: true })],
  };
}

/** Only a third session is missing. */
export function twoSessions(): Story {
  return { ...companion(), contributions: sessions('2025-01-16', '2025-10-09') };
}

/** Only A3 is missing: it was held for two months. */
export function shortWorkshop(): Story {
  const workshop = between('2026-03-02', '2026-04-30', split('A3'));
  return { ...companion(), segments: [...yearly([2024, 2025], split('A1 A2')), workshop] };
}

/** Only the coincidence in time is missing: A3 was held two years after A1 and A2. */
export function companionTooSpread(): Story {
  const segments = [...yearly([2022, 2022], split('A1 A2')), ...yearly([2024, 2025], split('A3 B1'))];
  return { ...companion(), segments };
}

/** A whole year as ENT administrator and a training on the ENT: earns RUPN-ENT. */
export function entAdministrator(): Story {
  return {
    ...NO_STORY,
    segments: yearly([2024, 2025], split('C2 C4 D2', 'administrateur-ent')),
    attended: [attended(2025, 'ent')],
    reviews: [review('2026-06-15')],
  };
}

/** In charge of one online service, trained on the RGPD: earns RUPN-ENT. */
export function serviceReferent(): Story {
  return {
    ...entAdministrator(),
    segments: yearly([2025, 2025], split('C4 D2', 'referent-service')),
    attended: [attended(2025, 'rgpd', { proof: 2 })],
  };
}

/** Only a recent training is missing: the last one dates from 2022. */
export function entTrainingTooOld(): Story {
  return { ...entAdministrator(), attended: [attended(2022, 'ent'), attended(2025, 'accompagner')] };
}

/** Only a proved training is missing: a sheet signed at the school is not enough. */
export function entLocalSheet(): Story {
  return { ...entAdministrator(), attended: [attended(2025, 'ent', { proof: 1 })] };
}

/** Only the role is missing: the services were administered without it. */
export function entWithoutRole(): Story {
  return { ...entAdministrator(), segments: yearly([2024, 2025], split('C2 C4 D2')) };
}

/** Only the whole year is missing: administrator from January to August. */
export function entHalfYear(): Story {
  const segments = [between('2026-01-05', '2026-08-31', split('C2 C4 D2', 'administrateur-ent'))];
  return { ...entAdministrator(), segments };
}

/** Contact of the DANE, three missions of family D, two projects shown: earns RUPN-COM. */
export function communicator(): Story {
  return {
    ...NO_STORY,
    segments: yearly([2024, 2025], split('A1 D1 D2 D4', 'contact-dane')),
    attended: [attended(2025, 'rencontre')],
    reviews: [review('2026-06-01')],
    contributions: showcases('2025-03-20', '2026-01-29'),
  };
}

/** Only a second link is missing. */
export function oneLink(): Story {
  return {
    ...communicator(),
    contributions: [...showcases('2025-05-15'), contribution('valorisation', '2026-02-05')],
  };
}

/** Only a third mission of family D is missing. */
export function twoCommunicationMissions(): Story {
  return { ...communicator(), segments: yearly([2024, 2025], split('A1 D1 D4', 'contact-dane')) };
}

/** Only the role is missing: this person communicates, but the contact is a colleague. */
export function notTheContact(): Story {
  return { ...communicator(), segments: yearly([2024, 2025], split('A1 D1 D2 D4')) };
}

/** Twelve hours in one year, E1 and E3, the annual meeting: earns RUPN-VEILLE. */
export function learner(): Story {
  return {
    ...NO_STORY,
    segments: yearly([2025, 2025], split('D3 E1 E3')),
    attended: [attended(2025, 'rencontre'), attended(2025, 'capsules')],
    reviews: [review('2026-06-17')],
  };
}

/** Eighteen hours over two years, each requirement in another year: earns RUPN-VEILLE. */
export function learnerOverTwoYears(): Story {
  return {
    ...learner(),
    segments: [...yearly([2024, 2024], split('D3 E1')), ...yearly([2025, 2025], split('D3 E3'))],
    attended: [
      attended(2024, 'accompagner'),
      attended(2024, 'pix'),
      attended(2024, 'classeVirtuelle', { proof: 1 }),
      attended(2025, 'ent'),
      attended(2025, 'rgpd'),
    ],
  };
}

/** Only one hour is missing. */
export function learnerElevenHours(): Story {
  const left = attended(2025, 'capsules', { hours: 11 });
  return { ...learner(), attended: [attended(2025, 'rencontre'), left] };
}

/** Only E3 is missing. */
export function learnerWithoutE3(): Story {
  return { ...learner(), segments: yearly([2025, 2025], split('D3 E1 E2')) };
}

/** Only a meeting with the DANE is missing. */
export function learnerAlone(): Story {
  return { ...learner(), attended: [attended(2025, 'capsules')] };
}

/** Only hours are missing: those of that year have expired. */
export function learnerLongAgo(): Story {
  return {
    ...NO_STORY,
    segments: yearly([2020, 2021], split('D3 E1 E3')),
    attended: [attended(2020, 'rencontre'), attended(2020, 'capsules'), attended(2021, 'accompagner')],
  };
}
