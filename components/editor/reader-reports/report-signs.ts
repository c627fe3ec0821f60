import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { type Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { changedBlocks, startOfBlock } from '@/lib/document/changed-blocks'
import type { ArticleReport } from '@/lib/reader-reports/list-article-reports'
import type { Ask } from '../asks'
import { marginSign } from '../margin-sign'
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
  const [start, end] = [startOfBlock(doc, from), startOfBlock(doc, to)]
  return [...places.values()].some((place) => place >= start && place <= end)
}

function signsAt(reports: readonly ArticleReport[], places: ReportPlaces, ask: (ask: Ask) => void): Decoration[] {
  return [...byPlace(reports, places)].map(([place, here]) =>
    marginSign(place + 1, {
      label: here.length === 1 ? '1 question from a reader' : `${here.length} questions from readers`,
      className: 'report-sign',
      key: here.map(({ id }) => id).join(),
      onOpen: () => ask({ kind: 'reader reports', reports: here }),
    }),
  )
}
