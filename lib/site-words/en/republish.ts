import type { Pieces } from '../pieces'

/** What others may do with an article: send it to somebody, or print it. */
export const republish = {
  share: 'Share:',
  mail: 'Mail',
  title: 'Republish this article',
  back: 'Back to the article',
  terms: 'On these terms',
  questions: <Part>(contact: Part): Pieces<Part> => ['Questions? ', contact],
  html: {
    label: 'The article as HTML',
    hint: 'Headline, standfirst, names, text and credit line. Pictures are left out, and posts became links.',
  },
  head: {
    label: 'For the head of your page',
    hint: 'The canonical address tells search engines which page is the original, so that yours is no copy in their eyes.',
  },
  text: { label: 'The article as plain text', hint: 'For paper, mail and everything else.' },
  copy: 'Copy',
  copied: 'Copied',
  /** Below the text, wherever it is printed. */
  credit: (paper: string, date: string) => `This article was first published by ${paper} on ${date}.`,
}
