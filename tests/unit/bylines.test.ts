import { expect, test } from 'vitest'
import { BylineInput } from '@/lib/bylines/byline-input'
import { profileName } from '@/lib/bylines/profile-name'

const plain = { name: 'Ines Moor', jobTitle: '', biography: '', picture: null, email: '', profiles: [] }

function said(part: object): string {
  const parsed = BylineInput.safeParse({ ...plain, ...part })
  return parsed.success ? 'nothing' : parsed.error.issues.map(({ path, message }) => `${path}: ${message}`).join(' ')
}

test.each([
  [{}, 'nothing'],
  [{ name: ' \u0007 ' }, 'name: Type a name.'],
  [{ name: 'x'.repeat(121) }, 'name: At most 120 characters fit here.'],
  [{ biography: 'x'.repeat(2001) }, 'biography: At most 2,000 characters fit here.'],
  [{ email: 'nobody' }, 'email: This does not look like an e-mail address.'],
  [{ picture: { mediaId: 'no id', alt: 'A face' } }, 'picture: This picture does not exist any more.'],
  [
    { picture: { mediaId: '01890000-0000-7000-8000-000000000000', alt: ' ' } },
    'picture: Say what is to be seen, for those who do not see it.',
  ],
  [
    { profiles: ['https://ok.example/', 'javascript:alert(1)'] },
    'profiles: “javascript:alert(1)” is not the address of a page, from https:// on, of at most 300 characters.',
  ],
  [
    { profiles: ['http://plain.example/'] },
    'profiles: “http://plain.example/” is not the address of a page, from https:// on, of at most 300 characters.',
  ],
  [{ profiles: Array.from({ length: 11 }, (_, at) => `https://example.org/${at}`) }, 'profiles: At most 10 addresses.'],
])('of %j the form says: %s', (part, words) => {
  expect(said(part)).toBe(words)
})

test('what was typed is tidied: one line, paragraphs with one empty line, each address once', () => {
  const parsed = BylineInput.parse({
    ...plain,
    name: '  Ines\tMoor ',
    jobTitle: 'Ports\nreporter',
    biography: ' One.  \r\n\r\n\r\nTwo\u0000.\n',
    email: ' Ines@Example.org ',
    profiles: ['', ' https://a.example/ ', 'https://a.example/'],
  })
  expect(parsed).toEqual({
    name: 'Ines Moor',
    jobTitle: 'Ports reporter',
    biography: 'One.\n\nTwo .',
    picture: null,
    email: 'ines@example.org',
    profiles: ['https://a.example/'],
  })
})

test.each([
  ['https://www.linkedin.com/in/ines', 'LinkedIn'],
  ['https://bsky.app/profile/ines', 'Bluesky'],
  ['https://m.youtube.com/@ines', 'YouTube'],
  ['https://notx.com/ines', 'notx.com'],
  ['https://www.ines.example/about', 'ines.example'],
])('a link to %s says %s', (address, name) => {
  expect(profileName(address)).toBe(name)
})
