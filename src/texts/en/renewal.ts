import type { renewalTexts as french } from '../fr/renewal.ts';
import { byOffice } from '../office.ts';

export const renewalTexts: typeof french = byOffice((office) => ({
  newer: (awarded, until) =>
    until === undefined
      ? `This badge was renewed ${awarded}: see the new one`
      : `This badge was renewed ${awarded}, until ${until}: see the new one`,
  older: (awarded) => `It follows the badge awarded ${awarded}`,
  from: (day) => `Renewable from ${day}: where the criteria are met, the ${office} decides on a new badge.`,
  now: `Renewable from now on: where the criteria are met, the ${office} decides on a new badge.`,
  missing: 'See what is met today, and what is missing',
}));
