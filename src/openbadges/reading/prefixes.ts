/** The prefixes of all contexts that are held here. They are listed because a browser has no room for the
 *  contexts. */
export const PREFIXES: ReadonlySet<string> = new Set(['cred', 'sec', 'xsd', 'obi', 'ctzn', 'schema']);
