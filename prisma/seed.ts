import { now } from '@/lib/clock'
import { database, transaction } from '@/lib/db/database'
import type { Actor } from '@/lib/policy/actor'
import { openStarterTemplates } from '@/lib/templates/open-starter-templates'
import { introduceAuthors } from './sample/authors'
import { openDesks } from './sample/desks'
import { writeHouseStyle } from './sample/house-style'
import { startArticles, writeArticles } from './sample/newsroom'
import { hireStaff, type SignIn } from './sample/people'
import { hangPictures } from './sample/photographs'
import { fillPlan } from './sample/plan'
import { isSampleUnfinished, markSample } from './sample/progress'
import { stockShelves } from './sample/shelves'

/**
 * Fills an empty database with a paper: people, sections, desks, a plan, pictures and articles in every state, all through the use cases
 * that the desk calls. After a run that was interrupted it finishes what is missing, and nothing is there twice.
 *
 * @returns one sign-in per role, whose passwords are not kept anywhere; none when somebody's newsroom is here already
 */
export async function createSampleNewsroom(): Promise<SignIn[]> {
  if ((await database().person.count()) > 0 && !(await isSampleUnfinished())) return []
  await markSample('begun')
  const setUp: Actor = { kind: 'system', name: 'set-up' }
  const shelves = await stockShelves()
  const staff = await hireStaff(setUp)
  const pictureDesk = staff.actors.get('saskia')
  if (pictureDesk === undefined) throw new Error('The sample newsroom has no picture desk')
  await transaction((tx) => openStarterTemplates(tx, pictureDesk.id))
  await openDesks(staff, shelves)
  await fillPlan(staff)
  const [photographs, ids] = await Promise.all([hangPictures(pictureDesk), startArticles(staff)])
  await introduceAuthors(pictureDesk, staff, photographs)
  await writeHouseStyle(pictureDesk)
  await writeArticles({ staff, shelves, photographs, ids, at: now() })
  await markSample('done')
  return staff.signIns
}
