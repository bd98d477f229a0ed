/** The pages of /my. */
export const myTexts = { title: '' };
