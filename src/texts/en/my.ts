import type { myTexts as fr } from '../fr/my.ts';
import { myBadgeTexts } from './my-badges.ts';
import { myDataTexts } from './my-data.ts';
import { myEngagementTexts } from './my-engagements.ts';
import { myHomeTexts } from './my-home.ts';
import { myRecordTexts } from './my-records.ts';

/** The pages of /my. */
export const myTexts: typeof fr = {
  title: 'My space',
  pages: {
    home: 'At a glance',
    engagements: 'Engagements',
    trainings: 'Trainings',
    contributions: 'Contributions',
    badges: 'Badges',
    data: 'My data',
  },
  navigation: 'Pages of my space',
  home: myHomeTexts,
  engagements: myEngagementTexts,
  records: myRecordTexts,
  badges: myBadgeTexts,
  data: myDataTexts,
};
