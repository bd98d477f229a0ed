/** Mails to the parties of a contest. */
export const contestMailTexts = (office: string) => ({
  waits: `Votre chef d’établissement conteste un de vos engagements. Vous pouvez répondre ; la ${office} décide ensuite. Il ne compte pas d’ici là.`,
  waitsFromFile: `Un de vos engagements est enregistré comme contesté. Vous pouvez répondre ; la ${office} décide ensuite. Il ne compte pas d’ici là.`,
  answeredSubject: 'Pour information : une réponse a été donnée',
  answered: `L’enseignant a répondu à votre contestation d’un engagement. C’est à la ${office} de décider : vous n’avez rien à faire.`,
  decidedSubject: `Pour information : la ${office} a rendu une décision`,
  decided: {
    maintained: `La ${office} maintient votre contestation : l’engagement ne compte pas.`,
    lifted: `La ${office} lève votre contestation : elle confirme l’engagement.`,
    partial: `La ${office} lève votre contestation en partie : elle confirme une part de l’engagement, le reste demeure contesté.`,
  },
  where: 'Les motifs et les réponses se lisent sur le service seulement, après connexion.',
  answer: 'Lire et répondre',
  read: 'Lire la contestation',
});

/** Mails to the parties of a contest. */
export const contestMailTextsEn = (office: string): ReturnType<typeof contestMailTexts> => ({
  waits: `Your principal contests one of your engagements. You can answer; the ${office} then decides. It does not count until then.`,
  waitsFromFile: `One of your engagements is recorded as contested. You can answer; the ${office} then decides. It does not count until then.`,
  answeredSubject: 'For your information: an answer was given',
  answered: `The teacher answered your contest of an engagement. It is for the ${office} to decide: you have nothing to do.`,
  decidedSubject: `For your information: the ${office} gave a decision`,
  decided: {
    maintained: `The ${office} maintains your contest: the engagement does not count.`,
    lifted: `The ${office} lifts your contest: it confirms the engagement.`,
    partial: `The ${office} lifts your contest in part: it confirms a part of the engagement, the rest remains contested.`,
  },
  where: 'Reasons and answers are read on the service only, after signing in.',
  answer: 'Read and answer',
  read: 'Read the contest',
});
