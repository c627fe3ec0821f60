// Started by a test and killed by it: what watches the schedules in every process of the app, alone.
import { watchSchedules } from '@/lib/schedule/watch-schedules'

const watching = watchSchedules()
process.once('SIGTERM', async () => {
  await watching.stop()
  process.exit(0)
})
console.log('watching')
