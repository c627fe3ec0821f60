// npm run bench -- NAME [--small]: prints a table and, as its last line, one JSON object with the figures.
import { board } from './board'
import { chaos } from './chaos'
import { claims } from './claims'
import { crowd } from './crowd'
import { lighthouse } from './lighthouse'
import { linkGraph } from './link-graph'
import { memory } from './memory'
import { publicSite } from './public'
import { publish } from './publish'
import { publishers } from './publishers'
import { scale } from './scale'
import { schedules } from './schedules'
import { search } from './search'
import { steps } from './steps'
import { typing } from './typing'

const benches = {
  board,
  chaos,
  claims,
  crowd,
  lighthouse,
  'link-graph': linkGraph,
  memory,
  public: publicSite,
  publish,
  publishers,
  scale,
  schedules,
  search,
  steps,
  typing,
} as const

const [name, ...flags] = process.argv.slice(2)
const isSmall = flags.includes('--small')
const bench = benches[name as keyof typeof benches]
if (bench === undefined) {
  console.error(`Say which: ${Object.keys(benches).join(', ')}. With --small it ends within a minute.`)
  process.exit(2)
}
const figures = await bench(isSmall)
console.table(figures)
console.log(JSON.stringify({ bench: name, isSmall, ...figures }))
process.exit()
