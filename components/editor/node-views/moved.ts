/** The same list with the item at `index` at `to`, both as they count in the list. */
export function moved<Item>(items: readonly Item[], index: number, to: number): Item[] {
  const rest = items.filter((_, at) => at !== index)
  const item = items[index]
  return item === undefined ? [...items] : [...rest.slice(0, to), item, ...rest.slice(to)]
}
