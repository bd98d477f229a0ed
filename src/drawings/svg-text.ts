// Characters that XML 1.0 forbids even when escaped: control characters except tab and line ends, lone
// surrogates, U+FFFE, U+FFFF.
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\p{Cs}\ufffe\uffff]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Any text → text that is safe inside an XML element or a quoted attribute. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A coordinate with at most one decimal. The eye does not see the difference to the exact value. */
export function coordinate(value: number): string {
  return String(Math.round(value * 10) / 10);
}
