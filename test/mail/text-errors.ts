/** Elements, attributes and styles that the engine of Word, with which Outlook draws mails, leaves out or draws
 *  wrongly. What stands only for other programs is not counted: the style sheet, rounded corners, and the largest
 *  width of a table inside one that Word alone sees. */
const REFUSED: Readonly<Record<string, RegExp>> = {
  'a form or a script': /<(?:form|input|button|script|iframe|svg|video)\b/i,
  'a box that is placed': /\b(?:float|position|flex|grid|transform|opacity|box-shadow)\s*:/i,
  'a picture behind text': /background-image|background\s*:\s*url/i,
  'a picture without width and height': /<img(?![^>]*\bwidth="\d+" height="\d+")/i,
  'a length that is not in pixels': /:\s*[\d.]+(?:rem|em|vw|vh|ch)\b/i,
  'a colour that is a name of ours': /var\(--/,
  'a space around a box': /<(?:div|a|table)[^>]*\bmargin\s*:/i,
};

/** What Outlook would not draw of this mail. */
export function outlookErrors(html: string): readonly string[] {
  const body = html.replace(/<style>[\s\S]*?<\/style>/, '');
  const errors = Object.keys(REFUSED).filter((error) => REFUSED[error]?.test(body));
  const framed = /<!--\[if mso\]><table[^>]*width="600"/.test(html) || !body.includes('max-width');
  return framed ? errors : [...errors, 'a largest width without a table for Word'];
}
