import { sectionPath, seriesPath, topicPath } from '../articles/paths'
import { listSections } from '../articles/readers'
import { database } from '../db/database'
import { recordTags } from '../reader-cache/record'
import { tag } from '../reader-cache/tags'
import { readGroup } from '../settings/setting-group'
import { readSettings } from '../settings/settings'
import type { SiteWords } from '../site-words/en'
import { wordsFor } from '../site-words/words-for'
import { idsOf, MENU_PAGES, type MenuEntry, type MenuPage } from './menu-entry'
import { entriesOf, MENUS } from './menu-settings'
import { findTopicsForReaders } from './topics-for-readers'

/** An entry as readers get it. */
export type MenuLink = { name: string; path: string; kind: Exclude<MenuEntry['kind'], 'sections'> }

export type Menus = {
  bar: MenuLink[]
  footer: { heading: string; links: MenuLink[] }[]
  smallPrint: string
}

type Link = { name: string; path: string }
type Known = {
  sections: (Link & { id: string; isTopmost: boolean })[]
  others: ReadonlyMap<string, Link>
  words: SiteWords['frame']
}

/**
 * The menus of every page. What leads to nothing that readers have is left out.
 * @param language the paper's, where it is being read already; and so with its sections
 */
export async function readMenus(
  language: Promise<string> = readLanguage(),
  listing: ReturnType<typeof listSections> = listSections(),
): Promise<Menus> {
  const [{ bar, footer, smallPrint }, sections, spoken] = await Promise.all([readGroup(MENUS), listing, language])
  const known: Known = {
    sections: sections.map(({ id, slug, name, parentId }) => ({
      ...{ id, name, path: sectionPath(slug), isTopmost: parentId === null },
    })),
    others: await readOthers(entriesOf({ bar, footer })),
    words: wordsFor(spoken).frame,
  }
  return {
    bar: linksOf(bar, known),
    footer: footer
      .map(({ heading, entries }) => ({ heading, links: linksOf(entries, known) }))
      .filter(({ links }) => links.length > 0),
    smallPrint,
  }
}

/** Topics and series, by id. A paper that has none in its menus asks for none. */
async function readOthers(entries: readonly MenuEntry[]): Promise<Map<string, Link>> {
  const [topicIds, seriesIds] = [idsOf(entries, 'topic'), idsOf(entries, 'series')]
  // A topic says by the settings' own tag when it becomes public or is no longer (menu-tags.ts): it has stories every day.
  recordTags(...topicIds.map(tag.shelf), ...seriesIds.map(tag.series))
  const [topics, series] = await Promise.all([
    findTopicsForReaders(topicIds),
    seriesIds.length === 0
      ? []
      : database().series.findMany({
          where: { id: { in: seriesIds }, parts: { some: { article: { publication: { isNot: null } } } } },
          select: { id: true, slug: true, name: true },
        }),
  ])
  return new Map([
    ...topics.map(({ id, slug, name }): [string, Link] => [id, { name, path: topicPath(slug) }]),
    ...series.map(({ id, slug, name }): [string, Link] => [id, { name, path: seriesPath(slug) }]),
  ])
}

/** Each link once. */
function linksOf(entries: readonly MenuEntry[], known: Known): MenuLink[] {
  const links = entries.flatMap((entry): MenuLink[] => {
    if (entry.kind === 'sections')
      return known.sections
        .filter(({ isTopmost }) => isTopmost)
        .map(({ name, path }) => ({ name, path, kind: 'section' }))
    const found = findLink(entry, known)
    return found === undefined ? [] : [{ name: entry.label || found.name, path: found.path, kind: entry.kind }]
  })
  const isFirst = ({ name, path }: MenuLink, index: number) =>
    links.findIndex((link) => link.path === path && link.name === name) === index
  return links.filter(isFirst)
}

async function readLanguage(): Promise<string> {
  return (await readSettings()).language
}

/** What readers are told of the pages of the site. */
const WORD_OF: Record<MenuPage, keyof SiteWords['frame']> = {
  search: 'search',
  newsletters: 'newsletters',
  corrections: 'corrections',
  alerts: 'alerts',
  feeds: 'feed',
  login: 'forNewsroom',
}

function findLink(
  entry: Exclude<MenuEntry, { kind: 'sections' }>,
  { sections, others, words }: Known,
): Link | undefined {
  if (entry.kind === 'page') return { name: words[WORD_OF[entry.page]], path: MENU_PAGES[entry.page] }
  if (entry.kind === 'address') return { name: entry.label, path: entry.href }
  return entry.kind === 'section' ? sections.find(({ id }) => id === entry.id) : others.get(entry.id)
}
