import { expect, test } from 'vitest'
import { meet } from '@/components/newsroom/clash/meet'

const opened = { name: 'Tides', slug: 'tides', aliases: ['Ebb'], picture: null as { id: string } | null }

test('what only one of two changed is taken from them, what both changed is asked, and what was typed stays', () => {
  const mine = { ...opened, name: 'My tides', aliases: ['Ebb', 'Flow'] }
  const theirs = { ...opened, name: 'Their tides', slug: 'their-tides', picture: { id: '1' } }
  expect(meet(opened, mine, theirs)).toEqual({
    values: { name: 'My tides', slug: 'their-tides', aliases: ['Ebb', 'Flow'], picture: { id: '1' } },
    asked: ['name'],
    taken: ['slug', 'picture'],
  })
})

test('nobody is asked about what both changed to the same', () => {
  const both = { ...opened, name: 'Tide tables' }
  expect(meet(opened, both, { ...both })).toEqual({ values: both, asked: [], taken: [] })
})
