/** Where providers send the browser back to: registered with each of them. */
export const CALLBACK_PATH = '/sign-in/callback';
