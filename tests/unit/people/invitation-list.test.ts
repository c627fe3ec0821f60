import { describe, expect, test } from 'vitest'
import { checkLines, type Known } from '@/lib/people/invite-many/check-lines'
import { type ReadList, readList } from '@/lib/people/invite-many/read-list'

const KNOWN: Known = {
  roles: [
    { id: 'REPORTER', name: 'Reporter', canGive: true },
    { id: 'EDITOR', name: 'Editor', canGive: true },
    { id: 'ADMINISTRATOR', name: 'Administrator', canGive: false },
  ],
  desks: [{ id: 'd1', name: 'Foreign desk', slug: 'foreign' }],
  taken: new Set(['here@paper.example']),
  mayGiveDesks: true,
}

const read = (text: string) => readList(text)
const linesOf = (list: ReadList) => {
  if (!list.ok) throw new Error(list.message)
  return list.lines
}
const peopleIn = (text: string) => linesOf(read(text)).map(({ name, email, role, desk }) => [name, email, role, desk])
const refusalOf = (text: string) => {
  const list = read(text)
  return list.ok ? null : list.message
}
const problemsIn = (text: string, known = KNOWN) =>
  checkLines(linesOf(read(text)), known).flatMap(({ line, problem }) =>
    problem === null ? [] : [`${line}: ${problem}`],
  )

const ADA = ['Ada Park', 'ada@paper.example', 'Reporter', 'Foreign desk']

describe('A list of people', () => {
  test.each([
    ['commas', 'Ada Park,ada@paper.example,Reporter,Foreign desk'],
    ['semicolons', 'Ada Park;ada@paper.example;Reporter;Foreign desk'],
    ['tabs', 'Ada Park\tada@paper.example\tReporter\tForeign desk'],
    ['a byte order mark', '\uFEFFAda Park,ada@paper.example,Reporter,Foreign desk\r\n'],
    ['a byte order mark and quotes', '\uFEFF"Ada Park","ada@paper.example","Reporter","Foreign desk"\n'],
    ['spaces around', '  Ada Park , ada@paper.example ,  Reporter ,Foreign desk  '],
    ['empty lines around', '\n\nAda Park,ada@paper.example,Reporter,Foreign desk\n\n,,,\n'],
    ['a header', 'Name,E-mail,Role,Desk\nAda Park,ada@paper.example,Reporter,Foreign desk'],
    ['a header in another order', 'email;desk;name;role\nada@paper.example;Foreign desk;Ada Park;Reporter'],
    [
      'columns that nobody asked for',
      'name,phone,mail,role,desk\nAda Park,555,ada@paper.example,Reporter,Foreign desk',
    ],
    ['Mac line ends', 'Name,Email,Role,Desk\rAda Park,ada@paper.example,Reporter,Foreign desk\r'],
  ])('is read with %s', (_, text) => {
    expect(peopleIn(text)).toEqual([ADA])
  })

  test('keeps what quotes hold together: commas, quotes, line breaks', () => {
    expect(peopleIn('"Park, Ada ""A.""",ada@paper.example,Reporter,\n')).toEqual([
      ['Park, Ada "A."', 'ada@paper.example', 'Reporter', ''],
    ])
    expect(
      problemsIn('"Ada\r\nBcc: all@paper.example",ada@paper.example,Reporter,\nTom,tom@paper.example,Editor'),
    ).toEqual(['1: A name is one line, without < and >.'])
  })

  test('counts lines as editors of text do, whatever is empty or quoted', () => {
    const text = 'name,e-mail,role\n\n"Ada\nPark",ada@paper.example,Reporter\nTom,tom,Reporter\n'
    expect(linesOf(read(text)).map(({ line }) => line)).toEqual([3, 5])
    expect(linesOf(read(text)).map(({ raw }) => raw)).toEqual([
      '"Ada\nPark",ada@paper.example,Reporter',
      'Tom,tom,Reporter',
    ])
  })

  test('is refused whole, with the line, when quotes are wrong', () => {
    expect(refusalOf('Ada,ada@paper.example,Reporter\n"Tom,tom@paper.example,Editor\n')).toMatch(/not closed/)
    expect(refusalOf('Ada,ada@paper.example,Reporter\nT"o"m,tom@paper.example,Editor\n')).toMatch(
      /^Line 2: a quotation mark/,
    )
  })

  test('is refused when there is too much of it, at once', () => {
    const begin = performance.now()
    expect(refusalOf(','.repeat(1_000_000))).toMatch(/200 KB/)
    expect(refusalOf(','.repeat(199_000))).toMatch(/nobody/)
    expect(refusalOf('a,'.repeat(99_000))).toMatch(/longer than/)
    expect(refusalOf(`"${'a'.repeat(199_000)}`)).toMatch(/longer than|not closed/)
    expect(refusalOf(`Ada,ada@paper.example,Reporter\n${'é'.repeat(100_000)}`)).toMatch(/200 KB/)
    expect(performance.now() - begin).toBeLessThan(2000)
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) => `P${n},p${n}@paper.example,Reporter`).join('\n')
    expect(linesOf(read(many(500)))).toHaveLength(500)
    expect(refusalOf(many(501))).toMatch(/At most 500/)
  })

  test.each(['', '\n\n', 'name,e-mail,role', '\uFEFF', ',,,\n ,\n'])('with nobody in it is refused: %j', (text) => {
    expect(refusalOf(text)).toMatch(/nobody/)
  })

  test('that is no text is refused', () => {
    expect(refusalOf('PK\u0003\u0004\0\0')).toMatch(/no text/)
    expect(refusalOf('Jos\uFFFD,jose@paper.example,Reporter')).toMatch(/UTF-8/)
  })
})

describe('A line of a list', () => {
  test('says whom it invites, by whatever case role and desk are written in', () => {
    expect(checkLines(linesOf(read('Ada Park,ADA@Paper.example,reporter,FOREIGN')), KNOWN)).toEqual([
      {
        line: 1,
        raw: 'Ada Park,ADA@Paper.example,reporter,FOREIGN',
        person: {
          name: 'Ada Park',
          email: 'ada@paper.example',
          roleId: 'REPORTER',
          roleName: 'Reporter',
          deskId: 'd1',
          deskName: 'Foreign desk',
        },
        problem: null,
      },
    ])
  })

  test.each([
    ['Ada,ada@paper.example,Chief', 'There is no role called “Chief”.'],
    ['Ada,ada@paper.example,Administrator', 'The role “Administrator” may do what you may not.'],
    ['Ada,ada@paper.example,', 'There is no role.'],
    ['Ada,ada@paper.example,Reporter,Sport', 'There is no desk called “Sport”.'],
    ['Ada,here@paper.example,Reporter', 'Somebody with this e-mail is in the list already.'],
    ['Ada,HERE@paper.example,Reporter', 'Somebody with this e-mail is in the list already.'],
    ['Ada,ada＠paper.example,Reporter', 'This @ only looks like one: type it anew.'],
    ['Ada,ada﹫paper.example,Reporter', 'This @ only looks like one: type it anew.'],
    ['Ada,аda@paper.example,Reporter', 'An e-mail address has only the letters a to z, digits and signs.'],
    ['Ada,ada@paper。example,Reporter', 'An e-mail address has only the letters a to z, digits and signs.'],
    [
      'Ada,"ada@paper.example, all@paper.example",Reporter',
      'An e-mail address has only the letters a to z, digits and signs.',
    ],
    ['Ada,ada@paper@example,Reporter', 'This does not look like an e-mail address.'],
    ['Ada,,Reporter', 'There is no e-mail.'],
    [',ada@paper.example,Reporter', 'Give a name.'],
    [`${'A'.repeat(121)},ada@paper.example,Reporter`, 'A name has at most 120 characters.'],
    ['<b>Ada</b>,ada@paper.example,Reporter', 'A name is one line, without < and >.'],
    ['"=HYPERLINK(""http://x.example"")",ada@paper.example,Reporter', 'A name does not begin with =, +, - or @.'],
    ["=cmd|'/c calc'!A1,ada@paper.example,Reporter", 'A name does not begin with =, +, - or @.'],
    ['+1,ada@paper.example,Reporter', 'A name does not begin with =, +, - or @.'],
  ])('%j is not invited', (text, problem) => {
    expect(problemsIn(text)).toEqual([`1: ${problem}`])
  })

  test('names the line that has the same e-mail; the first of them is good', () => {
    expect(
      problemsIn('Ada,ada@paper.example,Reporter\nTom,tom@paper.example,Editor\nA. Park,Ada@paper.example,Editor'),
    ).toEqual(['3: This e-mail stands on line 1, too.'])
  })

  test('gives no desk from somebody who may not say who sits where', () => {
    expect(problemsIn('Ada,ada@paper.example,Reporter,Foreign desk', { ...KNOWN, mayGiveDesks: false })).toEqual([
      '1: You may not say who sits at which desk: leave it empty.',
    ])
  })

  test('with a very long role or desk is told in a short sentence', () => {
    const [problem = ''] = problemsIn(`Ada,ada@paper.example,${'x'.repeat(3000)}`)
    expect(problem.length).toBeLessThan(80)
  })
})
