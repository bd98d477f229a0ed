import type { CertificateContent } from '../../application/papers/certificate.ts';
import { drawCode } from './draw-code.ts';
import { addText, drawHeading, drawList, heightOf } from './draw-text.ts';
import { COLOUR, CONTENT_WIDTH, MARGIN, mm, PAGE, STYLES } from './page-layout.ts';
import { drawArtifact, ensureRoom, type PaperCanvas } from './paper-canvas.ts';

/** A page without running heads has more room at its foot. */
export const CERTIFICATE_MARGINS = { ...MARGIN, bottom: 40 };
const FLOOR = PAGE.height - CERTIFICATE_MARGINS.bottom;
const HEAD_TOP = 30;
const PICTURE_TOP = 50;
/** Side of the badge on paper. */
const PICTURE = mm(54);
const TEXT_WIDTH = 440;
/** The height of the heading with the rule above it, and a spare point for rounding. */
const HEADING_HEIGHT = 31;
/** The height of the code with the space around it. */
const CODE_HEIGHT = mm(28) + 24;

/** Draws the certificate of a badge: the badge and who holds it, what it recognises, how to verify it. */
export function drawCertificate(canvas: PaperCanvas, content: CertificateContent): void {
  attach(canvas, content);
  drawHead(canvas, content);
  drawPicture(canvas, content);
  drawTexts(canvas, content);
  drawFigures(canvas, content);
  drawHeading(canvas, { kind: 'heading', level: 2, text: content.recognised.heading }, 0);
  drawList(canvas, { kind: 'list', items: content.recognised.statements });
  drawFoot(canvas, content);
}

/** The signed credential is the file's own source, in the words of PDF 2.0 (§14.13). */
function attach({ pdf }: PaperCanvas, { attached, madeAt }: CertificateContent): void {
  const bytes = new TextEncoder().encode(attached.text);
  const at = new Date(madeAt);
  const options = {
    name: attached.name,
    type: attached.type,
    description: attached.description,
    relationship: 'Source',
    creationDate: at,
    modifiedDate: at,
  };
  // The library takes any bytes, but its types only allow Node's Buffer; they lack `relationship`.
  pdf.file(bytes as unknown as string, options as PDFKit.Mixins.PDFAttachmentOptions);
}

function drawHead(canvas: PaperCanvas, { issuerName, kind }: CertificateContent): void {
  const { pdf, root } = canvas;
  drawArtifact(canvas, 'Layout', () => pdf.rect(0, 0, PAGE.width, 10).fill(COLOUR.strong));
  const half = { parent: root, tag: 'P', width: CONTENT_WIDTH / 2 };
  pdf.y = HEAD_TOP;
  addText(canvas, { ...half, text: issuerName, style: STYLES.name, x: MARGIN.left });
  pdf.y = HEAD_TOP;
  const x = MARGIN.left + CONTENT_WIDTH / 2;
  addText(canvas, { ...half, text: kind, style: STYLES.cell, x, align: 'right' });
}

function drawPicture({ pdf, root }: PaperCanvas, { picture }: CertificateContent): void {
  const x = (PAGE.width - PICTURE) / 2;
  const bbox = [x, PICTURE_TOP, x + PICTURE, PICTURE_TOP + PICTURE];
  const options = { alt: picture.alternative, bbox } as PDFKit.Mixins.StructureElementOptions;
  const source = picture.png.slice().buffer as ArrayBuffer;
  const draw = () => void pdf.image(source, x, PICTURE_TOP, { width: PICTURE, height: PICTURE });
  root.add(pdf.struct('Figure', options, [draw]));
  pdf.y = PICTURE_TOP + PICTURE + 8;
}

function drawTexts(canvas: PaperCanvas, content: CertificateContent): void {
  const { pdf, root } = canvas;
  const { headline, delivered, description, explanation } = content;
  const centred = { parent: root, align: 'center' as const };
  const x = MARGIN.left;
  addText(canvas, { ...centred, tag: 'H1', text: headline, style: STYLES.headline, x, width: CONTENT_WIDTH });
  pdf.y += 6;
  drawArtifact(canvas, 'Layout', () => pdf.rect((PAGE.width - 48) / 2, pdf.y, 48, 2.5).fill(COLOUR.mark));
  pdf.y += 12;
  const narrow = { ...centred, tag: 'P', x: (PAGE.width - TEXT_WIDTH) / 2, width: TEXT_WIDTH };
  addText(canvas, {
    ...centred,
    tag: 'P',
    x,
    width: CONTENT_WIDTH,
    text: delivered.join(' '),
    style: STYLES.lead,
  });
  pdf.y += 8;
  addText(canvas, { ...narrow, text: description, style: STYLES.plain });
  pdf.y += 4;
  addText(canvas, { ...narrow, text: explanation, style: STYLES.small });
  pdf.y += 10;
}

/** Draws each figure above its unit, side by side. */
function drawFigures(canvas: PaperCanvas, { figures }: CertificateContent): void {
  if (figures.length === 0) return;
  const { pdf, root } = canvas;
  const width = CONTENT_WIDTH / Math.max(3, figures.length);
  const left = (PAGE.width - width * figures.length) / 2;
  const top = pdf.y;
  let bottom = top;
  for (const [index, { figure, unit }] of figures.entries()) {
    const paragraph = pdf.struct('P');
    root.add(paragraph);
    const place = {
      parent: paragraph,
      tag: 'Span',
      x: left + index * width,
      width,
      align: 'center' as const,
    };
    pdf.y = top;
    addText(canvas, { ...place, text: `${figure} `, style: STYLES.figure });
    addText(canvas, { ...place, text: unit, style: STYLES.cell });
    paragraph.end();
    bottom = Math.max(bottom, pdf.y);
  }
  pdf.y = bottom + 2;
}

/** The heading, the code with its words, and the note stay together at the foot of the last page. */
function drawFoot(canvas: PaperCanvas, { check }: CertificateContent): void {
  const { pdf, root } = canvas;
  const { heading, address, caption, alternative, note } = check;
  const whole = { parent: root, x: MARGIN.left, width: CONTENT_WIDTH };
  const texts = { ...whole, tag: 'P', text: note, style: STYLES.small };
  const height = HEADING_HEIGHT + CODE_HEIGHT + heightOf(canvas, texts);
  ensureRoom(canvas, height);
  pdf.y = FLOOR - height;
  drawArtifact(canvas, 'Layout', () => pdf.rect(MARGIN.left, pdf.y, CONTENT_WIDTH, 0.75).fill(COLOUR.rule));
  pdf.y += 10;
  addText(canvas, { ...whole, tag: 'H2', text: heading, style: STYLES.heading2 });
  drawCode(canvas, { kind: 'code', size: 'seal', address, caption, alternative });
  addText(canvas, texts);
}
