import type { Numbers } from '../numbers'
import type { Pieces } from '../pieces'

/** A draft behind a secret link, and what its reader is asked. */
export const preview = ({ count }: Numbers) => ({
  title: 'Not published',
  banner: <Part>(label: string, strong: (words: string) => Part): Pieces<Part> => [
    strong('Not published.'),
    ` For ${label} only.`,
  ],
  name: 'Your name',
  comment: {
    title: 'Tell the newsroom',
    quote: 'The words that it is about (not required)',
    words: 'What you want to say',
    send: 'Send to the newsroom',
    sent: 'Thank you. The newsroom has your comment.',
  },
  sign: {
    title: 'Your answer',
    older: 'The newsroom has changed its draft since. Your answer is about the text on this page.',
    legend: 'Your answer about the text above',
    choices: {
      SIGNED: 'I sign it as it is',
      CONDITIONS: 'I sign it with conditions',
      REFUSED: 'I do not sign it',
    },
    words: 'Your conditions, or why you do not sign',
    once: 'Your name and your answer are kept with this version of the text. You answer once.',
    send: 'Send your answer',
    given: {
      SIGNED: 'Signed',
      CONDITIONS: 'Signed with conditions',
      REFUSED: 'Not signed',
    },
    givenBy: <Part>(given: string, name: string, time: Part): Pieces<Part> => [
      `${given} by ${name}, `,
      time,
      '. The newsroom has your answer.',
    ],
  },
  ended: {
    title: 'There is nothing behind this link',
    text: 'This link does not open anything, or does not any more.',
    another: 'Whoever sent it to you can send you another.',
  },
  notSent: {
    title: 'Not sent',
    heading: 'Nothing was sent',
    wrote: 'This is what you wrote:',
    goBack: 'Go back in your browser to try again, or write to whoever sent you the link.',
    noName: 'Say who you are.',
    tooLong: (most: number) => `At most ${count(most)} characters fit here.`,
    noWords: 'Write something first.',
    noConditions: 'Say what has to be changed first.',
    noReason: 'Say why not.',
    full: 'There are as many comments as there can be. Tell the newsroom.',
    answered: 'This version was answered already. One answer is kept.',
    wrong: 'This form was not filled in on our page.',
  },
})
