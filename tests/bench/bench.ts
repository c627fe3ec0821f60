// npm run bench -- NAME [--small]: prints a table and, as its last line, one JSON object with the figures.
import { board } from './board'
import { chaos } from './chaos'
import { claims } from './claims'
import { crowd } from './crowd'
import { linkGraph } from './link-graph'
import { publish } from './publish'
import { publishers } from './publishers'
import { schedules } from './schedules'
import { search } from './search'
import { steps } from './steps'
import { typing } from './typing'

const benches = {
  board,
  chaos,
  claims,
  crowd,
  'link-graph': linkGraph,
  publish,
  publishers,
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
