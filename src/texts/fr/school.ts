/** The pages of /school. */
export const schoolTexts = { title: '' };
