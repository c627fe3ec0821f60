import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { changedBlocks } from '@/lib/document/changed-blocks'
import type { ArticleReport } from '@/lib/reader-reports/list-article-reports'
import type { Ask } from '../asks'
import { byPlace, placesOf, type ReportPlaces } from './report-places'

type Signs = {
  reports: readonly ArticleReport[]
  places: ReportPlaces
  /** The words of some report are gone: they may come back with the next block. */
  isSomeGone: boolean
  decorations: DecorationSet
}

const key = new PluginKey<Signs>('reportSigns')

/** Says which reports there are: their signs stand at their paragraphs from then on. */
export function showReports(view: EditorView, reports: readonly ArticleReport[]): void {
  view.dispatch(view.state.tr.setMeta(key, reports).setMeta('addToHistory', false))
}

/**
 * A sign at the margin beside each paragraph that readers question. It goes with its paragraph; when that paragraph itself is changed,
 * split or taken away, its words are looked for again.
 */
export function reportSigns(ask: (ask: Ask) => void): Extension {
  return Extension.create({
    name: 'reportSigns',
    addProseMirrorPlugins: () => [
      new Plugin<Signs>({
        key,
        state: {
          init: () => ({ reports: [], places: new Map(), isSomeGone: false, decorations: DecorationSet.empty }),
          apply: (tr, before) => after(tr, before, ask),
        },
        props: { decorations: (state) => key.getState(state)?.decorations },
      }),
    ],
  })
}

function after(tr: Transaction, before: Signs, ask: (ask: Ask) => void): Signs {
  const given: readonly ArticleReport[] | undefined = tr.getMeta(key)
  const reports = given ?? before.reports
  const isSame = given === undefined && !tr.docChanged
  if (isSame || (reports.length === 0 && before.reports.length === 0)) return before
  const { mapping, doc } = tr
  const moved = new Map([...before.places].map(([id, place]) => [id, mapping.map(place, 1)]))
  const mayBeBack = before.isSomeGone && doc.childCount > tr.before.childCount
  if (given === undefined && !mayBeBack && !isTouched(tr, moved))
    return { ...before, places: moved, decorations: before.decorations.map(mapping, doc) }
  const found = placesOf(doc, reports, moved)
  return { ...found, reports, decorations: DecorationSet.create(doc, signsAt(reports, found.places, ask)) }
}

/** Whether something changed in a block of the text that has a sign. */
function isTouched({ before, doc }: Transaction, places: ReportPlaces): boolean {
  const { from, to } = changedBlocks(before, doc)
  const [start, end] = [startOf(doc, from), startOf(doc, to)]
  return [...places.values()].some((place) => place >= start && place <= end)
}

function startOf(doc: Node, index: number): number {
  let position = 0
  for (let at = 0; at < index; at += 1) position += doc.child(at).nodeSize
  return position
}

function signsAt(reports: readonly ArticleReport[], places: ReportPlaces, ask: (ask: Ask) => void): Decoration[] {
  return [...byPlace(reports, places)].map(([place, here]) =>
    Decoration.widget(place + 1, () => signOf(here, ask), {
      key: here.map(({ id }) => id).join(),
      side: -1,
      ignoreSelection: true,
      stopEvent: ({ type }: Event) => type !== 'dragstart',
    }),
  )
}

/** Its look is all in the style sheet: the words of the text stay the words of the text. */
function signOf(reports: readonly ArticleReport[], ask: (ask: Ask) => void): HTMLElement {
  const label = reports.length === 1 ? '1 question from a reader' : `${reports.length} questions from readers`
  const sign = document.createElement('span')
  sign.className = 'report-sign'
  sign.role = 'button'
  sign.tabIndex = 0
  sign.contentEditable = 'false'
  sign.title = label
  sign.setAttribute('aria-label', label)
  const open = (event: Event) => {
    event.preventDefault()
    ask({ kind: 'reader reports', reports })
  }
  // The selection stays where it is.
  sign.addEventListener('mousedown', (event) => event.preventDefault())
  sign.addEventListener('click', open)
  sign.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') open(event)
  })
  return sign
}
