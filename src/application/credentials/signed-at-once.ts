/** Number of badges signed at the same time. The runtime computes signatures in parallel while the program
 *  builds the next badges. With a higher number, a page that verifies a badge would have to wait. */
export const SIGNED_AT_ONCE = 16;
