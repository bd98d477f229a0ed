import type { sharingTexts as fr } from '../fr/mission-sharing.ts';

const TEXTS = { time: 'by time', project: 'by project', service: 'by service' } as const;

/** The page where a principal says how the missions of an engagement are shared out. */
export const sharingTexts = (office: string): ReturnType<typeof fr> => ({
  title: 'How the missions are shared',
  lede: 'A mission that several people hold may be shared by time, by project or by service. Say it in a few words, such as “Monday and Thursday mornings” or “Pearltrees”; leave “by mission” where there is nothing to add.',
  note: `These words stand in the split, the mission letter and the statement. They change no count and enter no badge of the ${office}.`,
  kinds: { mission: 'by mission', ...TEXTS },
  said: (kind, texts) => `${TEXTS[kind]}: ${texts}`,
  here: (parts) => `Here: ${parts.join('; ')}.`,
  mission: 'Mission',
  how: 'Shared',
  howOf: (mission) => `How ${mission} is shared`,
  words: 'In a few words',
  wordsOf: (mission) => `Details for ${mission}`,
  proposed: (organisation) => `Organisation proposed: ${organisation}`,
  save: 'Save the sharing',
  link: 'Say how they are shared',
  linkOf: (link, period) => `${link}, ${period}`,
  back: 'Back to the person',
});
