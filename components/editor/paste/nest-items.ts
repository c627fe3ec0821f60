import type { Block, Run } from './blocks'

type Item = Extract<Block, { kind: 'item' }>
type List = { isNumbered: boolean; list: unknown; items: { parts: (Run[] | List)[] }[] }
type Open = { level: number; list: List }

/**
 * Items that stand one after the other, as lists in lists. A level that was jumped over does not exist: an item is at most
 * one deeper than the one before.
 */
export function nestItems(items: readonly Item[]): List[] {
  const roots: List[] = []
  const open: Open[] = []
  for (const item of items) {
    while ((open.at(-1)?.level ?? 0) > item.level && (open.length > 1 || !item.isContinued)) open.pop()
    const here = open.at(-1)
    if (item.isContinued && here !== undefined) here.list.items.at(-1)?.parts.push(item.runs)
    else if (here?.level === item.level && here.list.isNumbered === item.isNumbered && here.list.list === item.list)
      here.list.items.push({ parts: [item.runs] })
    else {
      if (here?.level === item.level) open.pop()
      const list: List = { isNumbered: item.isNumbered, list: item.list, items: [{ parts: [item.runs] }] }
      const parent = open.at(-1)?.list.items.at(-1)
      if (parent === undefined) roots.push(list)
      else parent.parts.push(list)
      open.push({ level: item.level, list })
    }
  }
  return roots
}
