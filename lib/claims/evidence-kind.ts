/** What the first bytes of a file say, each byte as one character. */
const BEGINNINGS: readonly (readonly [pattern: RegExp, mime: string])[] = [
  [/^%PDF-/, 'application/pdf'],
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^\x89PNG\r\n/, 'image/png'],
  [/^GIF8/, 'image/gif'],
  [/^RIFF.{4}WEBP/s, 'image/webp'],
  [/^RIFF.{4}WAVE/s, 'audio/wav'],
  [/^(?:II\*\0|MM\0\*)/, 'image/tiff'],
  [/^.{4}ftyp(?:heic|heix|mif1)/s, 'image/heic'],
  [/^.{4}ftypM4A/s, 'audio/mp4'],
  [/^.{4}ftyp/s, 'video/mp4'],
  [/^ID3/, 'audio/mpeg'],
]

/** Files that share their beginning with others: their ending says which they are. */
const WITHIN_ZIP = new Map([
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['odt', 'application/vnd.oasis.opendocument.text'],
  ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
])
const WITHIN_OLE = new Map([
  ['doc', 'application/msword'],
  ['xls', 'application/vnd.ms-excel'],
  ['ppt', 'application/vnd.ms-powerpoint'],
  ['msg', 'application/vnd.ms-outlook'],
])
const AS_TEXT = new Map([
  ['eml', 'message/rfc822'],
  ['csv', 'text/csv'],
  ['html', 'text/html'],
  ['htm', 'text/html'],
  ['svg', 'image/svg+xml'],
])

const UNKNOWN = 'application/octet-stream'

/** What a file is, from its bytes and the end of its name. Whatever a browser says of it counts for nothing. */
export function mimeOf(bytes: Uint8Array, name: string): string {
  const start = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1')
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const known = BEGINNINGS.find(([pattern]) => pattern.test(start))
  if (known !== undefined) return known[1]
  if (start.startsWith('PK\x03\x04')) return WITHIN_ZIP.get(ending) ?? 'application/zip'
  if (start.startsWith('\xd0\xcf\x11\xe0')) return WITHIN_OLE.get(ending) ?? UNKNOWN
  return start.includes('\0') ? UNKNOWN : (AS_TEXT.get(ending) ?? 'text/plain')
}

const KINDS: Record<string, string> = {
  'application/pdf': 'PDF',
  'application/zip': 'ZIP',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
  'application/vnd.oasis.opendocument.text': 'OpenDocument',
  'application/vnd.oasis.opendocument.spreadsheet': 'OpenDocument',
  'application/msword': 'Word',
  'application/vnd.ms-excel': 'Excel',
  'application/vnd.ms-powerpoint': 'PowerPoint',
  'application/vnd.ms-outlook': 'mail',
  'message/rfc822': 'mail',
  'text/csv': 'CSV',
  'text/html': 'HTML',
  'text/plain': 'text',
}

const FAMILIES: Record<string, string> = { image: 'picture', audio: 'recording', video: 'film' }

/** The kind of a file as a list says it: "PDF", "picture". @param mime as {@link mimeOf} gives it */
export function kindInWords(mime: string): string {
  const [family = ''] = mime.split('/')
  return KINDS[mime] ?? FAMILIES[family] ?? 'file'
}
