import { withSmallInitial } from '../../fr/grammar/names.ts';
import type { frameworkTexts as french } from '../../fr/public/framework.ts';

export const frameworkTexts = (office: string): ReturnType<typeof french> => ({
  title: 'The mission framework',
  description:
    'The missions of the contact teacher for digital resources and practice, how they are shared out, means and recognition.',
  lede: 'The référent pour les ressources et usages pédagogiques numériques (RUPN), a school’s contact teacher for digital resources and practice, carries missions, grouped in families. The badges refer to them.',
  version: (version) => `Version ${version}`,
  contents: 'On this page',
  pillars: {
    title: 'The pillars of digital education',
    lede: `Digital education joins several notions. The ${office} leads the networks that develop them; the RUPN bring them to life in each school. Digital education is all at once:`,
  },
  family: (code, label) => `${code} · ${label}`,
  conditional: 'with the local authority’s authorisation',
  notCounted: 'not counted',
  organisation: (labels) => `Proposed organisation: ${labels.map(withSmallInitial).join('; ')}`,
  rank: (ranks, family) => `priority ${ranks} in “${family}”`,
  principles: { title: 'Team work' },
  means: {
    title: 'Means',
    lede: 'For these missions, the school may put at the disposal of its RUPN:',
  },
  recognition: {
    title: 'Recognition of the mission',
    lede: 'Several levers recognise the work done, in proportion to the commitment:',
    note: 'This service neither proposes nor records any rate or amount.',
    badges: 'See the badges',
  },
  support: {
    title: `The support of the ${office}`,
    lede: `To help the RUPN, the ${office} offers:`,
    ask: 'Ask for support',
    write: '(you sign in first), or write to',
  },
  news: {
    title: 'Keep informed',
    links: {
      blog: `The ${office}’s blog`,
      newsletter: `The ${office}’s newsletter`,
      mailingList: `The ${office}’s mailing list`,
      social: `The ${office} on social networks`,
      trainings: 'The catalogue of trainings',
    },
  },
  document: 'The framework as JSON-LD',
  document1: 'This mission as JSON-LD',
});
