import { describe, expect, test } from 'vitest'
import {
  CARD,
  MAIL_SUBJECT,
  PHONE_PAGE,
  SEARCH_RESULT,
  SOCIAL_CARD,
  type Surface,
} from '@/components/editor/around/headlines/surfaces'
import { CHECK_NAMES, CHECKS, checkOf } from '@/lib/checklists/checks'
import { HEADLINE_ROOM, type HeadlineField } from '@/lib/checklists/headline-lengths'

/** As headline-lengths.ts reckons: letters half as wide as high. */
function charactersOn({ font, width, lines }: Surface): number {
  const size = Number(/(\d+)px/.exec(font)?.[1])
  return Math.floor((width * lines) / (size / 2))
}

test('headlines may have as many characters as their surface has room for', () => {
  const surfaces: Record<HeadlineField, Surface> = {
    headline: PHONE_PAGE,
    shortHeadline: CARD,
    searchHeadline: SEARCH_RESULT,
    socialHeadline: SOCIAL_CARD,
    mailHeadline: MAIL_SUBJECT,
  }
  for (const [field, surface] of Object.entries(surfaces))
    expect(HEADLINE_ROOM[field as HeadlineField].most, field).toBe(charactersOn(surface))
})

describe('the table of checks', () => {
  test('each code belongs to one check', () => {
    const codes = CHECK_NAMES.flatMap((name) => [...CHECKS[name].codes])
    expect(new Set(codes).size).toBe(codes.length)
    for (const name of CHECK_NAMES) for (const code of CHECKS[name].codes) expect(checkOf(code)).toBe(name)
  })

  test.each(['no-headline', 'no-text', 'no-section', 'no-byline', 'no-slug', 'slug-taken', 'no-target', 'empty-image'])(
    '%s is weighed by nobody',
    (code) => expect(checkOf(code)).toBeUndefined(),
  )

  test.each(['embargo', 'not-signed', 'not-approved', 'no-source-name', 'no-source-address', 'no-licence'])(
    'nor is %s',
    (code) => expect(checkOf(code)).toBeUndefined(),
  )
})
