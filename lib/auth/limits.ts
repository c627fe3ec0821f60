import type { Limit } from './rate-limits'

const MINUTE = 60
const QUARTER_HOUR = 15 * MINUTE
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A limit with what it counts, in words: docs/limits.md is made of them. */
export type NamedLimit = Limit & { counts: string }

/**
 * Every limit on tries, by what it is for. All are counted in the database, by all processes together; whoever meets one is told when to
 * come back. A network is an IPv4 address, or the /64 of an IPv6 one.
 */
export const LIMITS = {
  signInPlace: {
    name: 'sign-in-account-address',
    tries: 5,
    seconds: QUARTER_HOUR,
    counts: 'Wrong passwords for one account from one network',
  },
  signInNetwork: {
    name: 'sign-in-address',
    tries: 50,
    seconds: QUARTER_HOUR,
    counts: 'Wrong passwords for any account from one network',
  },
  signInAccount: {
    name: 'sign-in-account',
    tries: 100,
    seconds: HOUR,
    counts: 'Wrong passwords for one account from anywhere but the devices that its owner has signed in on',
  },
  signInDevice: {
    name: 'sign-in-device',
    tries: 10,
    seconds: QUARTER_HOUR,
    counts:
      'Wrong passwords for one account on a device that its owner has signed in on; none of the three above count there',
  },
  ssoNetwork: {
    name: 'sso-network',
    tries: 40,
    seconds: QUARTER_HOUR,
    counts: 'Sign-ins begun with the sign-in service from one network',
  },
  linkNetwork: {
    name: 'sign-in-link-network',
    tries: 10,
    seconds: QUARTER_HOUR,
    counts: 'Links to sign in with asked for from one network',
  },
  linkAccount: {
    name: 'sign-in-link-account',
    tries: 3,
    seconds: HOUR,
    counts: 'Links to sign in with mailed to one address; further ones are silently not sent',
  },
  linkUse: {
    name: 'sign-in-link-use',
    tries: 30,
    seconds: QUARTER_HOUR,
    counts: 'Mailed links tried from one network, of any kind',
  },
  resetNetwork: {
    name: 'reset-address',
    tries: 10,
    seconds: QUARTER_HOUR,
    counts: 'New passwords asked for from one network',
  },
  resetAccount: {
    name: 'reset-account',
    tries: 3,
    seconds: HOUR,
    counts: 'Links for a new password mailed to one address; further ones are silently not sent',
  },
  invitePerson: { name: 'invite-person', tries: 60, seconds: HOUR, counts: 'Invitations sent by one person' },
  inviteAddress: { name: 'invite-address', tries: 5, seconds: DAY, counts: 'Invitations sent to one address' },
  inviteList: {
    name: 'invite-list',
    tries: 20,
    seconds: HOUR,
    counts: 'Lists of people invited, or invited again, by one person; a list has 500 at most',
  },
  emailChange: {
    name: 'email-change',
    tries: 5,
    seconds: HOUR,
    counts: 'Changes of the e-mail address asked for by one person',
  },
  emailChangeAddress: {
    name: 'email-change-address',
    tries: 5,
    seconds: DAY,
    counts: 'Changes of e-mail that would have one address confirm; further ones are silently not sent',
  },
  testConnection: {
    name: 'test-connection',
    tries: 30,
    seconds: 10 * MINUTE,
    counts: 'Tests of the connection to the sign-in service by one person',
  },
  newsletterNetwork: {
    name: 'newsletter-network',
    tries: 20,
    seconds: HOUR,
    counts: 'Sign-ups for newsletters from one network',
  },
  newsletterAddress: {
    name: 'newsletter-address',
    tries: 4,
    seconds: DAY,
    counts: 'Sign-ups for newsletters with one address',
  },
  pushNetwork: {
    name: 'push-network',
    tries: 20,
    seconds: HOUR,
    counts: 'Browsers that turn alerts on in one network',
  },
  pushOffNetwork: {
    name: 'push-off-network',
    tries: 60,
    seconds: HOUR,
    counts: 'Browsers that turn alerts off in one network',
  },
  reportNetwork: {
    name: 'reader-report-network',
    tries: 20,
    seconds: HOUR,
    counts: 'Readers’ reports from one network',
  },
  reportArticle: {
    name: 'reader-report-article',
    tries: 100,
    seconds: HOUR,
    counts: 'Readers’ reports on one article',
  },
  searchNetwork: {
    name: 'search-network',
    tries: 120,
    seconds: MINUTE,
    counts: 'Readers’ searches from one network whose answer is not kept',
  },
  outsiderLink: { name: 'outsider', tries: 30, seconds: HOUR, counts: 'What is sent behind one secret link' },
  outsiderNetwork: {
    name: 'outsider-network',
    tries: 120,
    seconds: HOUR,
    counts: 'What is sent behind secret links from one network',
  },
  comment: { name: 'comment', tries: 240, seconds: HOUR, counts: 'Comments of one person' },
  capturePost: { name: 'capture post', tries: 60, seconds: 10 * MINUTE, counts: 'Posts that one person looks up' },
  checkLink: {
    name: 'check link',
    tries: 20,
    seconds: 10 * MINUTE,
    counts: 'Links that one person has looked at again',
  },
  apiAddress: {
    name: 'api-address',
    tries: 1200,
    seconds: MINUTE,
    counts: 'What is asked of the API from one network',
  },
  apiToken: { name: 'api-token', tries: 600, seconds: MINUTE, counts: 'What is asked of the API with one token' },
  uploadPicture: { name: 'upload-picture', tries: 200, seconds: HOUR, counts: 'Pictures that one person uploads' },
  uploadEvidence: {
    name: 'upload-evidence',
    tries: 200,
    seconds: HOUR,
    counts: 'Files of evidence that one person uploads',
  },
} as const satisfies Record<string, NamedLimit>

/** The text of docs/limits.md. */
export function printLimits(): string {
  const rows = Object.values(LIMITS).map(
    ({ counts, tries, seconds }) => `| ${counts} | ${tries} | ${inWords(seconds)} |`,
  )
  return [
    '# Limits on tries',
    '',
    'Counted in the database, by all processes together. Over a limit the answer is 429, with a sentence and Retry-After. A network is an',
    'IPv4 address, or the /64 of an IPv6 one. This page is made of `lib/auth/limits.ts`.',
    '',
    '| What is counted | Most | Within |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

function inWords(seconds: number): string {
  if (seconds % DAY === 0) return 'a day'
  if (seconds % HOUR === 0) return 'an hour'
  return seconds === MINUTE ? 'a minute' : `${seconds / MINUTE} minutes`
}
