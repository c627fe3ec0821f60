import { type CollisionDetection, pointerWithin } from '@dnd-kit/core'
import type { LinkTarget } from '@/lib/articles/search-for-link'

/** What is dragged. */
export type Dragged =
  | { kind: 'article'; article: LinkTarget; headline: string }
  | { kind: 'card'; cardId: string; headline: string }
  /** What a rule put there becomes a card where it is dropped. */
  | { kind: 'ruled'; articleId: string; headline: string }
  | { kind: 'container'; containerId: string; headline: string }

/** Where something can be dropped: a place for articles and cards, a gap for containers. */
export type Drop = { kind: 'place'; containerId: string; place: number } | { kind: 'gap'; before: string | null }

/** A pointer that is so far from every place, in pixels, is over none. */
const NEAR = 48

/** A container goes to the nearest gap; everything else into the place under the pointer, or the one beside it. */
export const collide: CollisionDetection = (question) => {
  const { active, droppableContainers, droppableRects, pointerCoordinates } = question
  const isContainer = (active.data.current as Dragged | undefined)?.kind === 'container'
  const wanted = isContainer ? 'gap' : 'place'
  const fitting = droppableContainers.filter(({ data }) => (data.current as Drop | undefined)?.kind === wanted)
  const within = pointerWithin({ ...question, droppableContainers: fitting })
  if (within.length > 0 || pointerCoordinates === null) return within
  const { x, y } = pointerCoordinates
  const distances = fitting.flatMap(({ id }) => {
    const rect = droppableRects.get(id)
    if (rect === undefined) return []
    const aside = Math.max(rect.left - x, 0, x - rect.right)
    const above = Math.max(rect.top - y, 0, y - rect.bottom)
    return [{ id, distance: Math.hypot(aside, above) }]
  })
  const [nearest] = distances.sort((a, b) => a.distance - b.distance)
  return nearest !== undefined && (isContainer || nearest.distance <= NEAR) ? [{ id: nearest.id }] : []
}
