import type { personaPageTexts as french } from '../../fr/public/persona-page.ts';

/** The sign-in page of the demonstration, with the people one can choose. */
export const personaPageTexts = (office: string): ReturnType<typeof french> => ({
  title: 'Whom do you want to enter as?',
  demonstration:
    'Demonstration: all these people are invented, and no password is asked for. In production this page does not exist.',
  groups: {
    rupn: 'Teachers, RUPN',
    principal: 'Heads of school',
    dane: office,
    unknown: 'Unknown to the service',
  },
  federations: {
    proconnect: 'Sign-in by ProConnect, imitated',
    fim: "Sign-in by the ministry's agent federation, imitated",
  },
  enter: (name) => `Enter: ${name}`,
  cancel: 'Give up',
  failed: {
    title: 'This sign-in did not succeed',
    text: 'It waited too long, or was opened twice. Start again from the sign-in page.',
    back: 'Back to the home page',
  },
});
