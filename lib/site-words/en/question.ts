import type { Numbers } from '../numbers'
import type { Pieces } from '../pieces'

/** Where a reader says what is wrong in a paragraph, and what comes of it. */
export const question = ({ plain, count, plural }: Numbers) => ({
  title: 'Question this',
  heading: 'Is something wrong in this paragraph?',
  from: <Part>(article: Part): Pieces<Part> => [
    'From ',
    article,
    '. A person in the newsroom reads what you send. If you are right, the article is corrected.',
  ],
  send: 'Send to the newsroom',
  text: {
    label: 'What is wrong?',
    hint: (least: number, most: number) =>
      `${count(least)} to ${count(most)} characters. The newsroom reads it; it is not published.`,
  },
  url: {
    label: 'Where could we check that?',
    hint: 'The address of a page. You can leave this empty.',
    example: 'https://',
  },
  mail: {
    label: 'Your e-mail address',
    hint: (days: number) =>
      `Only if you want an answer. We use it for nothing else, and remove it ${plural(days, { one: 'a day', other: `${plain(days)} days` })} after we are done.`,
    example: 'name@example.com',
  },
  notSent: {
    title: 'Your report was not sent',
    putRight: 'Something has to be put right first. What you wrote is still here.',
    front: 'Go to the front page',
    tooLong: (most: number) => `Say it in ${count(most)} characters at most.`,
    tooShort: (least: number) => `Say what is wrong, in ${count(least)} characters at least.`,
    longAddress: (most: number) => `An address has ${count(most)} characters at most.`,
    noPage: 'This is not the address of a page. It looks like https://example.org/page.',
    noMail: 'This is not an e-mail address. It looks like name@example.com. You can also leave it empty.',
    noArticle: 'There is no such article.',
    noParagraph: 'There is no such paragraph.',
    noReports: 'We do not take reports here at the moment.',
    withdrawn: 'This article has been withdrawn.',
    full: 'Many readers have reported something in this article. The newsroom is looking at it.',
    wrong: 'This form was not filled in on our page.',
  },
  thanks: {
    title: 'Thank you',
    kept: 'The newsroom has your report, with the words that it is about.',
    next: (days: number) =>
      `A person looks at it. If something is wrong, the article is corrected. If you left an address, you get an answer by mail; the address is removed ${plural(days, { one: 'a day', other: `${plain(days)} days` })} after that. Nothing that you wrote is published.`,
    back: <Part>(article: Part): Pieces<Part> => ['Back to ', article],
  },
  answer: {
    subject: (paper: string, headline: string) => `${paper}: about “${headline}”`,
    thanks: (paper: string, headline: string) =>
      `Thank you for telling ${paper} what you found in “${headline}”. You were writing about these words:`,
    quoted: (words: string) => `“${words}”`,
    wrote: 'This is what you wrote:',
    answer: 'And this is our answer:',
    article: 'The article is here:',
    newsroom: (paper: string) => `The newsroom of ${paper}`,
    why: (days: number) =>
      `You get this mail because you left your address for an answer. We remove it within ${plural(days, { one: 'a day', other: `${plain(days)} days` })} and use it for nothing else.`,
  },
  /** To whoever sends too much, here and elsewhere. */
  tooMany: (minutes: number) =>
    `Too many tries. Try again in ${plural(minutes, { one: 'a minute', other: `${plain(minutes)} minutes` })}.`,
})
