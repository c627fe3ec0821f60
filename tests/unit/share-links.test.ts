import { expect, test } from 'vitest'
import { shareLinks } from '@/lib/articles/share-links'

test('each link carries the whole address of the article and nothing else, to a page of the network or to a mail', () => {
  const address = 'https://paper.example/news/ferry?a=1&b=2'
  for (const { name, href } of shareLinks(address, 'Mail')) {
    const { protocol, searchParams } = new URL(href)
    expect(['https:', 'mailto:'], name).toContain(protocol)
    expect([...searchParams.values()], name).toEqual([address])
  }
})
