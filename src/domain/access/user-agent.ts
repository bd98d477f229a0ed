/** The families of a browser and its system, without versions: `firefox/windows`. */
export type Device = `${Browser | 'other'}/${System | 'other'}`;
export type Browser = 'edge' | 'opera' | 'firefox' | 'chrome' | 'safari';
export type System = 'windows' | 'android' | 'ios' | 'macos' | 'chromeos' | 'linux';

/** The first match counts. Order matters because most browsers also name the browsers they descend from. */
const BROWSERS: readonly (readonly [RegExp, Browser])[] = [
  [/\bEdg(e|A|iOS)?\//, 'edge'],
  [/\b(OPR|Opera)\//, 'opera'],
  [/\b(Firefox|FxiOS)\//, 'firefox'],
  [/\b(Chrome|Chromium|CriOS|HeadlessChrome)\//, 'chrome'],
  [/\bSafari\//, 'safari'],
];
const SYSTEMS: readonly (readonly [RegExp, System])[] = [
  [/\b(iPhone|iPad|iPod)\b/, 'ios'],
  [/\bAndroid\b/, 'android'],
  [/\bCrOS\b/, 'chromeos'],
  [/\bWindows\b/, 'windows'],
  [/\b(Macintosh|Mac OS X)\b/, 'macos'],
  [/\b(Linux|X11)\b/, 'linux'],
];

/** The device that a User-Agent names; undefined if it names neither a browser nor a system. */
export function parseUserAgent(userAgent: string | undefined): Device | undefined {
  const stated = (userAgent ?? '').slice(0, 500);
  const browser = BROWSERS.find(([name]) => name.test(stated))?.[1];
  const system = SYSTEMS.find(([name]) => name.test(stated))?.[1];
  return browser || system ? `${browser ?? 'other'}/${system ?? 'other'}` : undefined;
}
