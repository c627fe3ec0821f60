import { listSections, type Section } from '../articles/readers'
import { listLinkTargets } from '../articles/search-for-link'
import { now } from '../clock'
import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise, can } from '../policy/policy'
import { readSettings } from '../settings/settings'
import { cardsOf } from './change-layout'
import { composeFront, type PlacedCard, type PlacedContainer } from './compose'
import { homeLayout, sectionLayout } from './default-layout'
import type { DeskContainer, DeskFront, DeskSlot } from './desk-front'
import { findFillTopics } from './find-fill-shelves'
import { findProblems, isRetracted } from './find-problems'
import type { FrontKey } from './front-key'
import { findFrontPlace } from './front-rights'
import { EMPTY_LAYOUT, type FrontLayout } from './layout'
import { nameArticles } from './name-articles'
import { readSupply } from './read-supply'
import { parseStored } from './readers'
import { tellChanges } from './tell-changes'

/**
 * A front as whoever edits it sees it: the layout that is worked on, and what readers would have of it now.
 * @throws Forbidden, NotFound
 */
export async function getFront(actor: Actor, key: FrontKey): Promise<DeskFront> {
  authorise(actor, 'front.read')
  const [{ name, path, owned }, row, sections, { language }] = await Promise.all([
    findFrontPlace(key),
    readRow(key),
    listSections(),
    readSettings(),
  ])
  const layout = row === null ? EMPTY_LAYOUT : parseStored(row.layout, key)
  const live = row?.liveEdition ?? null
  const liveLayout = live === null ? EMPTY_LAYOUT : parseStored(live.layout, key)
  const starter = starterOf(key, sections, language)
  const shownLayout = layout.containers.length > 0 || key !== 'home' ? layout : starter
  const at = now()
  const [supply, articles, names, topics] = await Promise.all([
    readSupply(shownLayout, at),
    readArticles(actor, layout),
    nameArticles([layout, liveLayout]),
    findFillTopics(layout),
  ])
  const shown = composeFront(shownLayout, at, supply)
  return {
    key,
    name,
    path,
    layout,
    version: row?.version ?? 0,
    starter,
    live:
      live === null
        ? null
        : {
            number: live.number,
            publishedAt: live.publishedAt.toISOString(),
            publishedBy: live.publishedBy?.name ?? '',
          },
    isAutomatic: liveLayout.containers.length === 0,
    changes: tellChanges(liveLayout, layout, (id) => names.get(id) ?? 'An article that is gone'),
    shown: shownLayout.containers.map((container) => deskContainer(container, shown)),
    articles,
    problems: findProblems(layout, { at, articles, shown }),
    sections: sections.map(({ slug, name }) => ({ slug, name })),
    topics,
    mayPublish: can(actor, 'front.edit', owned),
  }
}

function readRow(key: FrontKey) {
  return database().front.findFirst({
    where: { sectionId: key === 'home' ? null : key },
    select: {
      layout: true,
      version: true,
      liveEdition: {
        select: { number: true, layout: true, publishedAt: true, publishedBy: { select: { name: true } } },
      },
    },
  })
}

function starterOf(
  key: FrontKey,
  sections: readonly (Section & { parentId: string | null })[],
  language: string,
): FrontLayout {
  if (key === 'home')
    return homeLayout(
      sections.filter(({ parentId }) => parentId === null),
      language,
    )
  const section = sections.find(({ id }) => id === key)
  return section === undefined ? EMPTY_LAYOUT : sectionLayout(section, language)
}

async function readArticles(actor: Actor, layout: FrontLayout): Promise<DeskFront['articles']> {
  const ids = new Set(cardsOf(layout).flatMap(({ articleId, sublinks }) => [articleId, ...sublinks]))
  const targets = await listLinkTargets(actor, [...ids])
  return Object.fromEntries(targets.map((target) => [target.id, target]))
}

function deskContainer(container: FrontLayout['containers'][number], shown: readonly PlacedContainer[]): DeskContainer {
  const placed = shown.find((each) => each.id === container.id)
  return {
    id: container.id,
    title: placed?.title ?? container.title,
    kind: container.kind,
    slots: (placed?.cards ?? []).map(deskSlot),
  }
}

function deskSlot({ article, cardId, isLarge, sublinks }: PlacedCard): DeskSlot {
  return {
    articleId: article.id,
    cardId,
    headline: article.cardHeadline,
    kicker: article.kicker,
    trailText: article.trailText,
    picture: article.picture === null ? null : { id: article.picture.id, widths: article.picture.widths },
    isLarge,
    sublinks: sublinks.map(({ id, cardHeadline }) => ({ articleId: id, headline: cardHeadline })),
    publishedAt: article.publishedAt.toISOString(),
    isRetracted: isRetracted(article),
  }
}
