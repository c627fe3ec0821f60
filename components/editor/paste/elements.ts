/** Left out with everything in them: they are no words, or not words of the text. */
const DROPPED = new Set(
  (
    'script style template noscript head title meta link base xml object embed applet iframe frame frameset noembed noframes ' +
    'svg canvas audio video picture img map area track source param progress meter ' +
    'button select option optgroup datalist textarea input rp rt del dialog portal'
  ).split(' '),
)

/** Each of these ends the line before it and its own. */
const BLOCKS = new Set(
  (
    'address article aside body blockquote caption center dd details dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre search section summary ' +
    'table tbody td tfoot th thead tr ul xmp listing plaintext marquee'
  ).split(' '),
)

export function isDropped(element: Element): boolean {
  // Shapes and settings of office programs: <v:shape>, <w:WordDocument>.
  return DROPPED.has(element.localName) || /^[vwx]:/.test(element.localName)
}

export function isBlock(element: HTMLElement): boolean {
  const { display } = element.style
  if (display === 'inline') return false
  return BLOCKS.has(element.localName) || /^(block|flex|grid|list-item|table|table-row|table-cell)$/.test(display)
}

export function isCrosshead(element: Element): boolean {
  return (
    /^h[1-6]$/.test(element.localName) ||
    element.getAttribute('role') === 'heading' ||
    /\bMso(Title|Heading\d)\b/.test(element.className)
  )
}

const SIGN =
  /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2})(?:\p{Emoji_Modifier}|\u200d|\ufe0f|\p{Extended_Pictographic})*$/u

/** A picture of a single sign that belongs to the words, as some sites write emoji. */
export function signOf(element: Element): string {
  const alt = element.localName === 'img' ? (element.getAttribute('alt') ?? '') : ''
  return SIGN.test(alt) ? alt : ''
}

/** A picture or a film with words about it: without the one the others say nothing. */
export function isPictureFrame(element: Element): boolean {
  if (element.localName !== 'figure') return false
  const hasPicture = element.querySelector('img, picture, video, audio, iframe, svg, canvas, object, embed') !== null
  return hasPicture && element.querySelector('table, blockquote, pre, ul, ol') === null
}
