import { describe, expect, test } from 'vitest'
import { printForScript } from '@/lib/articles/structured-data'
import { type LiveTelling, publicClaim, type RegisteredClaim, type RegisteredEvent } from '@/lib/claims/public-claim'
import type { ShownClaim } from '@/lib/claims/readers'
import { EVENT_KINDS, standingAfter } from '@/lib/claims/standing'
import { claimsAsData } from '@/lib/claims/structured-data'

const day = (number: number) => new Date(Date.UTC(2026, 10, number))

let made = 0
function anEvent(more: Partial<RegisteredEvent> = {}): RegisteredEvent {
  made += 1
  return {
    id: `event-${String(made).padStart(4, '0')}`,
    kind: 'ASSERTED',
    saidAt: null,
    createdAt: new Date(day(1).getTime() + made),
    speaker: { name: 'Ines Moor', kind: 'PERSON' },
    quote: 'words of the draft',
    evidenceUrl: '',
    articleId: 'draft',
    isForReaders: false,
    ...more,
  }
}

function aClaim(...events: RegisteredEvent[]): RegisteredClaim {
  return { id: 'claim', statement: 'words of the draft', isStatementForReaders: false, events }
}

function told(event: RegisteredEvent, words: string, on = 1, showsClaims = true): LiveTelling {
  const story = {
    articleId: `story-${on}`,
    path: `/news/${on}`,
    headline: `Story ${on}`,
    publishedAt: day(on),
    showsClaims,
  }
  return { eventId: event.id, words, story }
}

describe('What readers may know of a claim', () => {
  test('is nothing while no live story tells it and nothing was put down for them', () => {
    const fromRegister = anEvent({ articleId: null })
    // An article that was deleted leaves events that name none, and events of articles are nobody's to tick.
    const ticked = anEvent({ articleId: 'draft', isForReaders: true })
    expect(publicClaim(aClaim(anEvent(), fromRegister, ticked), [])).toBeNull()
  })

  test('has the words of the earliest live story, and not those that were marked', () => {
    const event = anEvent()
    const claim = publicClaim(aClaim(event), [told(event, 'it rains', 2), told(event, 'it pours,', 1)])
    expect(claim).toMatchObject({ statement: 'It pours', events: [{ quote: 'it pours,' }], isShown: true })
    expect(claim?.events[0]?.stories.map(({ path }) => path)).toEqual(['/news/1', '/news/2'])
    expect(JSON.stringify(claim)).not.toContain('draft')
  })

  test('is said as the register says it where readers have these words, or may', () => {
    const event = anEvent()
    const register = { ...aClaim(event), statement: '“the dam  is safe”' }
    expect(publicClaim(register, [told(event, '“the dam is safe”')])?.statement).toBe('The dam is safe')
    expect(publicClaim(register, [told(event, 'safe as houses')])?.statement).toBe('Safe as houses')
    const may = { ...register, isStatementForReaders: true }
    expect(publicClaim(may, [told(event, 'safe as houses')])?.statement).toBe('The dam is safe')
    expect(
      publicClaim({ ...register, statement: '“Yes”, she said, “no”' }, [told(event, '“Yes”, she said, “no”')]),
    ).toMatchObject({
      statement: '“Yes”, she said, “no”',
    })
  })

  test('is not what is denied, when readers have the denial alone', () => {
    const says = anEvent()
    const denies = anEvent({ kind: 'DENIED', speaker: { name: 'Tom Arden', kind: 'PERSON' } })
    expect(publicClaim(aClaim(says, denies), [told(denies, 'that is a lie')])).toBeNull()
    const may = { ...aClaim(says, denies), isStatementForReaders: true }
    expect(publicClaim(may, [told(denies, 'that is a lie')])).toMatchObject({ speaker: null, standing: 'DENIED' })
  })

  test('is shown where one story at least shows it', () => {
    const [one, two] = [anEvent(), anEvent({ kind: 'DENIED' })]
    const hidden = [told(one, 'it rains', 1, false), told(two, 'it does not', 2, false)]
    expect(publicClaim(aClaim(one, two), hidden)?.isShown).toBe(false)
    expect(publicClaim(aClaim(one, two), [...hidden, told(two, 'it does not', 3, true)])?.isShown).toBe(true)
  })

  test('stands as the public events alone say, whatever else the register knows', () => {
    // A small generator of its own, so that a run is like the run before.
    let seed = 7
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    for (let round = 0; round < 500; round++) {
      const first = anEvent()
      const all = [
        first,
        ...Array.from({ length: random(7) }, () =>
          anEvent({
            kind: EVENT_KINDS[random(EVENT_KINDS.length)] ?? 'DENIED',
            saidAt: random(2) === 0 ? null : day(1 + random(20)),
            articleId: random(2) === 0 ? null : 'draft',
            isForReaders: random(2) === 0,
          }),
        ),
      ]
      const tellings = all.filter((event) => event === first || random(2) === 0).map((event) => told(event, 'it rains'))
      const isPublic = (event: RegisteredEvent) =>
        tellings.some(({ eventId }) => eventId === event.id) || (event.articleId === null && event.isForReaders)
      const claim = publicClaim(aClaim(...all), tellings)
      expect(claim?.standing).toBe(standingAfter(all.filter(isPublic)))
      expect(claim?.events.map(({ id }) => id).sort()).toEqual(
        all
          .filter(isPublic)
          .map(({ id }) => id)
          .sort(),
      )
      expect(claim).toEqual(publicClaim(aClaim(...all.filter(isPublic)), tellings))
    }
  })
})

describe('Claims for search engines', () => {
  const story = { articleId: 's', path: '/news/ferry', headline: 'Ferry', publishedAt: day(3), showsClaims: true }
  const hostile = 'It sank </script><script>alert(1)</script>\u2028'
  const claim: ShownClaim = {
    id: 'claim',
    statement: hostile,
    speaker: { name: 'Harbour Board', kind: 'ORGANISATION' },
    standing: 'DENIED',
    isShown: true,
    slug: 'it-sank',
    path: '/claims/it-sank',
    stamps: [],
    review: null,
    events: [
      {
        id: 'a',
        kind: 'ASSERTED',
        speaker: { name: 'Harbour Board', kind: 'ORGANISATION' },
        quote: hostile,
        saidAt: day(2),
        evidenceUrl: 'https://board.example/post',
        stories: [story],
      },
      {
        id: 'b',
        kind: 'DENIED',
        speaker: { name: 'Tom Arden', kind: 'PERSON' },
        quote: '',
        saidAt: null,
        evidenceUrl: '',
        stories: [story],
      },
    ],
  }
  const data = (claims: ShownClaim[]) =>
    claimsAsData(claims, { name: 'The Tide', language: 'en-GB' }, 'https://paper.example') as {
      '@graph': Record<string, unknown>[]
    }

  test('have an author, where it was said first and where we tell of it', () => {
    expect(data([claim])['@graph']).toEqual([
      {
        '@type': 'Claim',
        '@id': 'https://paper.example/claims/it-sank',
        url: 'https://paper.example/claims/it-sank',
        name: hostile,
        text: hostile,
        author: { '@type': 'Organization', name: 'Harbour Board' },
        datePublished: '2026-11-02T00:00:00.000Z',
        firstAppearance: { '@type': 'CreativeWork', url: 'https://board.example/post' },
        appearance: [
          {
            '@type': 'NewsArticle',
            headline: 'Ferry',
            url: 'https://paper.example/news/ferry',
            datePublished: '2026-11-03T00:00:00.000Z',
          },
        ],
      },
    ])
    const unsafe = {
      ...claim,
      speaker: null,
      events: claim.events.map((event) => ({ ...event, evidenceUrl: 'javascript:alert(1)' })),
    }
    expect(data([unsafe])['@graph'][0]).not.toHaveProperty('firstAppearance')
    expect(data([unsafe])['@graph'][0]).not.toHaveProperty('author')
  })

  test('have a review where the paper looked into it, and none where it did not', () => {
    const review = {
      rating: 'False' as const,
      verdict: 'It floats.',
      reviewedOn: day(5),
      story: { ...story, path: '/news/why' },
    }
    const [, found, ...more] = data([{ ...claim, review }])['@graph']
    expect(more).toEqual([])
    expect(found).toEqual({
      '@type': 'ClaimReview',
      claimReviewed: hostile,
      itemReviewed: { '@id': 'https://paper.example/claims/it-sank' },
      reviewRating: { '@type': 'Rating', alternateName: 'False', ratingExplanation: 'It floats.' },
      reviewBody: 'It floats.',
      author: { '@type': 'NewsMediaOrganization', name: 'The Tide', url: 'https://paper.example' },
      datePublished: '2026-11-05',
      url: 'https://paper.example/news/why',
    })
  })

  test('cannot end the script element that they stand in', () => {
    const printed = printForScript(data([claim]))
    expect(printed).not.toMatch(/[<>\u2028]/)
    expect(JSON.parse(printed)).toEqual(data([claim]))
  })
})
