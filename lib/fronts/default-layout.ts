import { wordsFor } from '../site-words/words-for'
import { type Container, type Fill, type FrontLayout, MOST_CONTAINERS, SLOTS_OF } from './layout'

type SectionName = { slug: string }

/** The home front while nobody has laid one out: the newest leads, and each section has a column of what the top has not shown. @param language the paper’s */
export function homeLayout(sections: readonly SectionName[], language: string): FrontLayout {
  return {
    containers: [
      container('lead', 'top', '', everything),
      container('headlines', 'latest', wordsFor(language).front.latest, everything),
      ...sections.map(({ slug }, index) => container('column', `section-${index + 1}`, '', of(slug))),
    ].slice(0, MOST_CONTAINERS),
  }
}

/** What the front of a section may begin with. */
export function sectionLayout({ slug }: SectionName, language: string): FrontLayout {
  return {
    containers: [
      container('lead', 'top', '', of(slug)),
      container('headlines', 'latest', wordsFor(language).front.latest, of(slug)),
    ],
  }
}

const everything: Fill = { from: 'everything', slugs: [], maxAgeHours: null, hasPicture: false }

function of(slug: string): Fill {
  return { from: 'sections', slugs: [slug], maxAgeHours: null, hasPicture: false }
}

function container(kind: Container['kind'], id: string, title: string, fill: Fill): Container {
  return { id, kind, title, slots: SLOTS_OF[kind].usual, cards: [], fill, from: null, until: null }
}
