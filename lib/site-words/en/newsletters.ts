import type { Numbers } from '../numbers'
import type { Pieces } from '../pieces'

type Link<Part> = (words: string) => Part

/** Newsletters: the sign-up, the pages behind it, and what is mailed. */
export const newsletters = ({ plain, plural }: Numbers) => ({
  title: 'Newsletters',
  about: (paper: string) => `Newsletters of ${paper}, by e-mail and free.`,
  introduction: <Part>(alerts: Link<Part>): Pieces<Part> => [
    'Give your address, and press the button in the mail that we send: then it comes. Every issue has a link that stops it. To be told of breaking news in your browser, ',
    alerts('turn on alerts'),
    '.',
  ],
  nothing: 'There is no newsletter yet.',
  label: 'Newsletter',
  labelOf: (newsletter: string) => `Newsletter: ${newsletter}`,
  /** Below a sign-up in an article. */
  terms: 'We send one mail to ask whether it was you. Stop at any time.',
  frequency: (frequency: string) => `${frequency}. `,
  form: {
    address: 'Your e-mail address',
    example: 'name@example.com',
    signUp: 'Sign up',
    /** After “Sign up”, for whoever hears the button alone. */
    signUpTo: (newsletter: string) => ` to ${newsletter}`,
    done: 'Check your mail: we have sent you a message with a button that confirms it was you.',
    /** Where people see nothing and programs write something. */
    trap: 'Leave this empty',
  },
  /** In feeds, which have no forms. */
  signUpTo: (newsletter: string) => `Sign up to ${newsletter}`,
  goOn: <Part>(all: Link<Part>, front: Link<Part>): Pieces<Part> => [
    all('All newsletters'),
    ' or ',
    front('the front page'),
  ],
  confirm: {
    title: 'Confirm your newsletter',
    text: 'One press, and the next issue comes to you. If you did not ask for it, close this page.',
    button: 'Yes, send it to me',
  },
  confirmed: { title: 'You are signed up', text: 'Thank you. The next issue comes to your mailbox.' },
  ended: {
    title: 'This link has ended',
    text: 'It has been used, is older than seven days, or was replaced by a newer one. Sign up again and we send you another.',
  },
  noAddress: {
    title: 'This is not an e-mail address',
    text: 'An address has one @ and a domain behind it: name@example.com. Letters with accents and spaces do not work.',
  },
  stop: {
    title: 'Stop this newsletter?',
    text: 'We will not send it to you again. Your address stays with us for the other newsletters that you get, if any.',
    button: 'Stop it',
  },
  stopped: { title: 'You are signed off', text: 'This newsletter will not come to you again.' },
  tooMany: { title: 'Please try again later' },
  mail: {
    confirmSubject: (newsletter: string) => `Confirm that you want ${newsletter}`,
    alreadySubject: (newsletter: string) => `You already get ${newsletter}`,
    asked: (paper: string, newsletter: string) =>
      `Somebody, probably you, asked ${paper} to send ${newsletter} to this address.`,
    press: 'If it was you, open this page and press the button:',
    once: (days: number) =>
      `The link works once, for ${plural(days, { one: 'one day', other: `${days === 7 ? 'seven' : plain(days)} days` })}. If it was not you, do nothing and you will hear no more from us.`,
    already: 'It already does, so there is nothing to do. Should you not want it any more:',
  },
})
