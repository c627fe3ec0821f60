import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { PICTURE_TYPES, uploadPicture } from '../api/pictures'
import { messageOf } from '../api/request'
import { insertBlock } from './insert-block'

type Change = { add: Decoration } | { remove: object }

const uploads = new PluginKey<DecorationSet>('uploads')

/**
 * Pictures pasted or dropped into the text. Where one will stand is kept by a decoration while it travels, so that typing on,
 * here or elsewhere, does not move it; the document changes once, when the picture has arrived.
 */
export const pictureFiles = Extension.create({
  name: 'pictureFiles',

  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key: uploads,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, set) => {
            const mapped = set.map(tr.mapping, tr.doc)
            const change = tr.getMeta(uploads) as Change | undefined
            if (change === undefined) return mapped
            if ('add' in change) return mapped.add(tr.doc, [change.add])
            return mapped.remove(mapped.find(undefined, undefined, (spec) => spec.id === change.remove))
          },
        },
        props: {
          decorations: (state) => uploads.getState(state) ?? DecorationSet.empty,
          handlePaste: (view, event) => {
            // Words copied from an office program bring a picture of themselves along.
            if (event.clipboardData?.types.includes('text/html')) return false
            return takeFiles(view, event.clipboardData?.files, null)
          },
          handleDrop: (view, event) => {
            const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
            const isTaken = takeFiles(view, event.dataTransfer?.files, place?.pos ?? null)
            if (isTaken) event.preventDefault()
            return isTaken
          },
        },
      }),
    ]
  },
})

function takeFiles(view: EditorView, files: FileList | undefined | null, position: number | null): boolean {
  const pictures = [...(files ?? [])].filter((file) => PICTURE_TYPES.includes(file.type))
  if (pictures.length === 0) return false
  for (const picture of pictures) start(view, picture, gapAt(view.state, position))
  return true
}

/** A place between top-level blocks of the body near a position, or after the block with the cursor. */
function gapAt(state: EditorState, position: number | null): number {
  const bodyStart = state.doc.child(0).nodeSize + state.doc.child(1).nodeSize
  const $at = state.doc.resolve(position ?? state.selection.to)
  return Math.max(bodyStart, $at.depth === 0 ? $at.pos : $at.after(1))
}

function start(view: EditorView, file: File, gap: number): void {
  const id = {}
  const note = document.createElement('div')
  note.className = 'upload-note'
  note.setAttribute('role', 'status')
  note.textContent = `Uploading ${file.name}…`
  view.dispatch(
    view.state.tr.setMeta(uploads, { add: Decoration.widget(gap, note, { id, side: -1 }) } satisfies Change),
  )
  const dismiss = () => {
    if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(uploads, { remove: id } satisfies Change))
  }
  uploadPicture(file, (share) => {
    note.textContent = share < 1 ? `Uploading ${file.name}… ${Math.round(share * 100)} %` : `Preparing ${file.name}…`
  }).then(
    (picture) => {
      if (view.isDestroyed) return
      const [place] = uploads.getState(view.state)?.find(undefined, undefined, (spec) => spec.id === id) ?? []
      dismiss()
      if (place === undefined) return
      const image = view.state.schema.node('image', { mediaId: picture.id })
      view.dispatch(view.state.tr.insert(gapAt(view.state, place.from), image))
    },
    (error) => {
      note.classList.add('is-failed')
      note.textContent = `${file.name}: ${messageOf(error)} `
      const button = document.createElement('button')
      button.type = 'button'
      button.textContent = 'Dismiss'
      button.addEventListener('click', dismiss)
      note.append(button)
    },
  )
}

/** Puts a picture that is on the shelf already where the cursor is. */
export function insertPicture(
  view: EditorView,
  picture: { id: string; alt: string; caption: string; credit: string },
): void {
  const { id, ...words } = picture
  view.dispatch(insertBlock(view.state, view.state.schema.node('image', { mediaId: id, ...words })))
}
