import { Decoration, type EditorView } from '@tiptap/pm/view'

type MarginSign = {
  /** What it says to whoever points at it or hears it. */
  label: string
  className: string
  /** Signs with the same key are the same: while it stays, what is on the page stays. */
  key: string
  onOpen: (view: EditorView, getPos: () => number | undefined) => void
}

/**
 * A sign beside the text, which is pressed by hand or with Enter. Its look is all in the style sheet: the words of the text stay the words
 * of the text. No <button>, which a line could break before.
 */
export function marginSign(position: number, { label, className, key, onOpen }: MarginSign): Decoration {
  return Decoration.widget(
    position,
    (view, getPos) => {
      const sign = document.createElement('span')
      Object.assign(sign, { className, role: 'button', tabIndex: 0, contentEditable: 'false', title: label })
      sign.setAttribute('aria-label', label)
      const open = (event: Event) => {
        event.preventDefault()
        onOpen(view, getPos)
      }
      // The selection stays where it is.
      sign.addEventListener('mousedown', (event) => event.preventDefault())
      sign.addEventListener('click', open)
      sign.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' || event.key === ' ') open(event)
      })
      return sign
    },
    { key, side: -1, ignoreSelection: true, stopEvent: ({ type }: Event) => type !== 'dragstart' },
  )
}
