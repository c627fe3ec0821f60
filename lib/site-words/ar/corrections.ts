import type { corrections as english } from '../en/corrections'

export const corrections: typeof english = {
  title: 'تصويبات وتوضيحات',
  about: (paper) => `ما صوّبته ${paper} أو أوضحته أو أضافته أو سحبته، الأحدث أولاً.`,
  nothing: 'لم يستدعِ شيء التصويب حتى الآن.',
  onThis: 'تصويبات وتوضيحات',
  kinds: {
    CORRECTION: 'تصويب',
    CLARIFICATION: 'توضيح',
    UPDATE: 'تحديث',
    RETRACTION: 'سحب',
  },
  corrected: (time) => ['صُوّب ', time],
  retracted: (time) => ['سُحب ', time],
  states: { CORRECTION: 'مصوَّب', RETRACTION: 'مسحوب' },
  notStoodBy: (paper) => `لم تعد ${paper} تتبنّى ما ورد في هذا المقال.`,
}
