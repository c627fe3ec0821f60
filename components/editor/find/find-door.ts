/** Asks whichever editor is on the page to open its search: a menu item and a command know no more of it. */
type Door = (withReplace: boolean) => void

let door: Door | null = null

export function openFind(withReplace: boolean): void {
  door?.(withReplace)
}

/** Answers until what it gives back is called. */
export function answerFind(open: Door): () => void {
  door = open
  return () => {
    if (door === open) door = null
  }
}
