import { Fragment, type Mark, type Schema, Slice } from '@tiptap/pm/model'
import { seenText } from './runs'

/** Plain text as it goes into a document. A single line joins the words around it, with a space at its ends where it has one. */
export function sliceOfText(text: string, schema: Schema, marks: readonly Mark[]): Slice {
  const line = (words: string) => (words === '' ? [] : [schema.text(words, marks)])
  const isOneLine = !/[\n\r\u2028\u2029\u0085]/.test(text)
  if (isOneLine) return new Slice(Fragment.from(line(seenText(text).replace(/[ \t\f\v]+/g, ' '))), 0, 0)
  const paragraphs = paragraphsOfText(text).map((lines) =>
    schema.node(
      'paragraph',
      null,
      lines.flatMap((words, index) => [...(index === 0 ? [] : [schema.node('hardBreak')]), ...line(words)]),
    ),
  )
  return paragraphs.length === 0 ? Slice.empty : new Slice(Fragment.from(paragraphs), 1, 1)
}

/**
 * The paragraphs of plain text, each as its lines. An empty line ends a paragraph; a line end inside of one stays, unless the
 * text was wrapped to a width.
 */
export function paragraphsOfText(text: string): string[][] {
  const lines = seenText(text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n'))
    .split('\n')
    .map((line) => line.replace(/[ \t\f\v]+/g, ' ').trim())
  const paragraphs = lines.join('\n').split(/\n{2,}/)
  const width = Math.max(...lines.map((line) => line.length))
  return paragraphs
    .map((paragraph) => paragraph.split('\n').filter((line) => line !== ''))
    .filter((paragraph) => paragraph.length > 0)
    .map((paragraph) => (isWrapped(paragraph, width) ? [paragraph.join(' ')] : paragraph))
}

/** The widths that programs wrap at, in characters. */
const WIDTH = { least: 50, most: 120 }
/** How far a ragged line may stay behind the width for no reason that can be seen. */
const RAGGED = 4

/** Lines are wrapped when each ends only because the next word would not have fitted. */
function isWrapped(lines: readonly string[], width: number): boolean {
  if (lines.length < 2 || width < WIDTH.least || width > WIDTH.most) return false
  return lines.slice(1).every((line, index) => {
    const before = lines[index]?.length ?? 0
    const [word = ''] = line.split(' ', 1)
    return before >= width / 2 && before + 1 + word.length > width - RAGGED && !/^([-*•·–—>]|\d{1,3}[.)]) /.test(line)
  })
}
