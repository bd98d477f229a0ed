/** Number of badges signed at the same time. The runtime makes the signatures beside the program, which
 *  builds the next badges meanwhile. More of them would keep a page that verifies a badge waiting. */
export const SIGNED_AT_ONCE = 16;
