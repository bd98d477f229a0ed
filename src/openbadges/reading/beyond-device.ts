/** The detail of a step that a browser cannot carry out. A report with this detail is no verdict on the
 *  badge. */
export const BEYOND_DEVICE = 'beyond what is checked in a browser';
