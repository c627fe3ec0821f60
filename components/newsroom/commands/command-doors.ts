/** What may be opened over every page of the newsroom. */
export type Door = 'palette' | 'keys'

const listeners = new Set<(door: Door) => void>()

/** Opens the command palette, where a page of the newsroom is shown. */
export function openPalette(): void {
  for (const listener of listeners) listener('palette')
}

/** Opens the list of keys. */
export function openKeyList(): void {
  for (const listener of listeners) listener('keys')
}

export function onDoor(listener: (door: Door) => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
