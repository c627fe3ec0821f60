import type { ShelfKind } from '@/lib/shelves/shelf'

/** What differs between the two screens. */
export const SHELF_WORDS = {
  topic: { one: 'topic', many: 'topics', prefix: '/topic/' },
  section: { one: 'section', many: 'sections', prefix: '/' },
} as const satisfies Record<ShelfKind, { one: string; many: string; prefix: string }>

/** "1 article", "3 articles". */
export function counted(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`
}
