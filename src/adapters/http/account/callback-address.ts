/** Path to which providers send the browser back. It is registered with each of them. */
export const CALLBACK_PATH = '/sign-in/callback';
