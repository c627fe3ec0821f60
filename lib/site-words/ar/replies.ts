import type { replies as english } from '../en/replies'

export const replies: typeof english = {
  declined: (name) => `جاء الرد من ${name} بالامتناع عن التعليق.`,
  silent: (name, clock, day) => `لم يصل ردّ من ${name} على طلب التعليق حتى الساعة ${clock} من يوم ${day}.`,
}
