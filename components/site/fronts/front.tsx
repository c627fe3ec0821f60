import './front.css'
import type { PlacedContainer } from '@/lib/fronts/compose'
import type { PaperTime } from '@/lib/settings/paper-time'
import { CardGrid } from './card-grid'
import { CardList } from './card-list'
import { Column } from './column'
import { FrontTop } from './front-top'
import { Headlines } from './headlines'
import { LiveCards } from './live-cards'
import { Opinion } from './opinion'
import { Ranking } from './ranking'
import { Strip } from './strip'

export type ContainerProps = { placed: PlacedContainer; time: PaperTime; isFirst: boolean }

type FrontProps = { containers: readonly PlacedContainer[]; time: PaperTime }

/** A front: its containers from top to bottom. Headlines after a lead stand beside it, and columns one beside the other. */
export function Front({ containers, time }: FrontProps) {
  return groupsOf(containers).map((group, index) => (
    <Group key={group[0].id} group={group} time={time} isFirst={index === 0} />
  ))
}

type Group = [PlacedContainer, ...PlacedContainer[]]

function Group({ group, time, isFirst }: { group: Group; time: PaperTime; isFirst: boolean }) {
  const [placed, headlines = null] = group
  const props = { placed, time, isFirst }
  switch (placed.kind) {
    case 'lead':
      return <FrontTop {...props} headlines={headlines} />
    case 'column':
      return (
        <div className="front-strips">
          {group.map((placed) => (
            <Column key={placed.id} placed={placed} time={time} isFirst={false} />
          ))}
        </div>
      )
    case 'headlines':
      return <Headlines {...props} />
    case 'grid':
      return <CardGrid {...props} />
    case 'list':
      return <CardList {...props} />
    case 'strip':
      return <Strip {...props} />
    case 'opinion':
      return <Opinion {...props} />
    case 'live':
      return <LiveCards {...props} />
    case 'mostRead':
      return <Ranking {...props} />
  }
}

/** What stands side by side on a wide screen. */
function groupsOf(containers: readonly PlacedContainer[]): Group[] {
  const groups: Group[] = []
  for (const placed of containers) {
    const group = groups.at(-1)
    if (group !== undefined && joins(group, placed)) group.push(placed)
    else groups.push([placed])
  }
  return groups
}

function joins(group: Group, { kind }: PlacedContainer): boolean {
  const [first] = group
  if (first.kind === 'lead') return kind === 'headlines' && group.length === 1
  return first.kind === 'column' && kind === 'column'
}
