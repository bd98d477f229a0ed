/** The detail of a step that cannot be checked in a browser. A report with it says nothing of a badge. */
export const BEYOND_DEVICE = 'beyond what is checked in a browser';
