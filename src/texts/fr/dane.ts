/** The pages of /dane. */
export const daneTexts = { title: '' };
