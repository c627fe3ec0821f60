/** What a person may be told of, and how where they said nothing: in the app, and by mail at once, once a day, or not at all. */
export const NOTICE_KINDS = {
  MENTION: { name: 'Named in a comment', inApp: true, mail: 'NOW' },
  REPLY: { name: 'Somebody answers in a conversation of mine', inApp: true, mail: 'OFF' },
  TAKEN_OVER: { name: 'Somebody takes over what I hold', inApp: true, mail: 'OFF' },
  ASSIGNED: { name: 'I am asked to write something', inApp: true, mail: 'NOW' },
  FILED: { name: 'Something is filed to my desk', inApp: true, mail: 'OFF' },
  SENT_BACK: { name: 'An article of mine is sent back', inApp: true, mail: 'NOW' },
  APPROVED: { name: 'An article of mine is approved', inApp: true, mail: 'OFF' },
  PUBLISHED: { name: 'An article of mine is published', inApp: true, mail: 'OFF' },
  UNPUBLISHED: { name: 'An article of mine is taken from readers', inApp: true, mail: 'NOW' },
  KILLED: { name: 'An article is killed', inApp: true, mail: 'NOW' },
  SPIKED: { name: 'An article of mine is spiked', inApp: true, mail: 'OFF' },
  CORRECTED: { name: 'An article of mine is corrected', inApp: true, mail: 'NOW' },
  OVERDUE: { name: 'Something is overdue', inApp: true, mail: 'NOW' },
  SCHEDULE_FAILED: { name: 'Something did not go out at its time', inApp: true, mail: 'NOW' },
  EMBARGO_LIFTED: { name: 'An embargo is lifted early', inApp: true, mail: 'NOW' },
  LEGAL_ASKED: { name: 'Legal is asked to look at something', inApp: true, mail: 'NOW' },
  LEGAL_SIGNED: { name: 'A lawyer answers', inApp: true, mail: 'NOW' },
  OUTSIDER: { name: 'Somebody writes behind a secret link', inApp: true, mail: 'NOW' },
  READERS_TO_TELL: { name: 'Readers who had an alert are to be told that it was withdrawn', inApp: true, mail: 'NOW' },
  REPLY_DUE: { name: 'Somebody asked for a reply has little time left', inApp: true, mail: 'NOW' },
  REPLY_PASSED: { name: 'The time for a reply passed without an answer', inApp: true, mail: 'NOW' },
} as const satisfies Record<string, { name: string; inApp: boolean; mail: 'NOW' | 'DIGEST' | 'OFF' }>

export type NoticeKind = keyof typeof NOTICE_KINDS

/** What the notice says after the name of whoever did it; where nobody did, `alone` stands by itself. */
export const NOTICE_WORDS: Record<NoticeKind, { by: string; alone: string }> = {
  MENTION: { by: 'named you in a comment on', alone: 'You were named in a comment on' },
  REPLY: { by: 'answered in a conversation on', alone: 'There is an answer in a conversation on' },
  TAKEN_OVER: { by: 'took over', alone: 'Taken over:' },
  ASSIGNED: { by: 'asks you to write', alone: 'You are asked to write' },
  FILED: { by: 'filed', alone: 'Filed:' },
  SENT_BACK: { by: 'sent back', alone: 'Sent back:' },
  APPROVED: { by: 'approved', alone: 'Approved:' },
  PUBLISHED: { by: 'published', alone: 'Published:' },
  UNPUBLISHED: { by: 'unpublished', alone: 'Unpublished:' },
  KILLED: { by: 'killed', alone: 'Killed:' },
  SPIKED: { by: 'spiked', alone: 'Spiked:' },
  CORRECTED: { by: 'corrected', alone: 'Corrected:' },
  OVERDUE: { by: 'is late with', alone: 'Overdue:' },
  SCHEDULE_FAILED: { by: 'scheduled what did not go out:', alone: 'Did not go out at its time:' },
  EMBARGO_LIFTED: { by: 'lifted the embargo of', alone: 'The embargo was lifted of' },
  LEGAL_ASKED: { by: 'asks legal to look at', alone: 'Legal is asked to look at' },
  LEGAL_SIGNED: { by: 'answered for legal on', alone: 'Legal answered on' },
  OUTSIDER: { by: 'wrote on', alone: 'Somebody behind a secret link wrote on' },
  READERS_TO_TELL: {
    by: 'killed, after readers had an alert of it,',
    alone: 'Readers had an alert of what was killed:',
  },
  REPLY_DUE: { by: 'waits for a reply on', alone: 'A reply is due soon on' },
  REPLY_PASSED: { by: 'had no reply in time on', alone: 'No reply came in time on' },
}
