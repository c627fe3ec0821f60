/** How somebody was asked. */
export const REPLY_WAYS = ['PHONE', 'MAIL', 'MESSAGE', 'IN_PERSON', 'LETTER', 'PRESS_OFFICE'] as const
export type ReplyWay = (typeof REPLY_WAYS)[number]

export const WAY_WORDS: Record<ReplyWay, string> = {
  PHONE: 'Phone',
  MAIL: 'Mail',
  MESSAGE: 'Message',
  IN_PERSON: 'In person',
  LETTER: 'Letter',
  PRESS_OFFICE: 'Press office form',
}

/** What came back. */
export const REPLY_ANSWERS = ['NONE', 'ANSWERED', 'DECLINED'] as const
export type ReplyAnswer = (typeof REPLY_ANSWERS)[number]

export const ANSWER_WORDS: Record<ReplyAnswer, string> = {
  NONE: 'No answer yet',
  ANSWERED: 'Answered',
  DECLINED: 'Declined to comment',
}
