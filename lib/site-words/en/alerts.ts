import type { Pieces } from '../pieces'

/** Alerts of what is breaking: the page, its script, and what is sent. */
export const alerts = {
  title: 'Alerts',
  about: (paper: string) => `Be told at once of breaking news by ${paper}.`,
  introduction: 'We tell you of breaking news at once, and of nothing else. Turn it off here whenever you like.',
  nothing: 'There are no alerts yet.',
  inBrowser: 'In this browser',
  notifications: 'Notifications',
  noAccount: 'No address and no account. This browser alone is told.',
  otherwise: <Part>(byMail: (words: string) => Part): Pieces<Part> => [
    'Where this browser cannot show alerts, or runs no scripts, ',
    byMail('take the alerts by mail'),
    '.',
  ],
  byMail: 'By mail',
  /** For the script of the page: public/alerts.js. */
  script: {
    turnOn: 'Turn alerts on',
    turnOff: 'Turn alerts off',
    isOn: 'Alerts are on in this browser.',
    isOff: 'Alerts are off in this browser.',
    failed: 'That did not work. Try again in a moment.',
    forbidden: 'This browser does not let us show alerts. Its settings for this site say so.',
    tooMany: 'There were too many tries from your network. In an hour it works again.',
    notKept: 'We could not keep that. Try again in a moment.',
  },
  push: { breaking: 'Breaking news', withdrawn: 'Withdrawn' },
  mail: {
    breakingSubject: (text: string) => `Breaking: ${text}`,
    withdrawnSubject: (paper: string) => `A story was withdrawn by ${paper}`,
    why: (paper: string, newsletter: string) =>
      `You get this because you asked ${paper} for ${newsletter}. If you do not want it any more:`,
  },
  /** What whoever had an alert of a killed story is told, where the editor says nothing else. */
  withdrawal: (reason: string) => `We have withdrawn a story that we alerted you to. ${reason}`,
}
