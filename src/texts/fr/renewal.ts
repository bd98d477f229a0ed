import { byOffice } from '../office.ts';

/** Words about the end of a badge and the badge that takes its place. */
export const renewalTexts = byOffice((office: string) => ({
  newer: (awarded: string, until: string | undefined) =>
    until === undefined
      ? `Ce badge a été renouvelé ${awarded} : voir le nouveau`
      : `Ce badge a été renouvelé ${awarded}, jusqu’au ${until} : voir le nouveau`,
  older: (awarded: string) => `Il prend la suite du badge attribué ${awarded}`,
  from: (day: string) =>
    `Renouvelable à partir du ${day} : si les critères sont remplis, la ${office} décide d’un nouveau badge.`,
  now: `Renouvelable dès maintenant : si les critères sont remplis, la ${office} décide d’un nouveau badge.`,
  missing: 'Voir ce qui est rempli aujourd’hui, et ce qui manque',
}));
