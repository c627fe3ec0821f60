import type { document as english } from '../en/document'
import type { Numbers } from '../numbers'

export const document = ({ plain }: Numbers): ReturnType<typeof english> => ({
  readMore: 'اقرأ أيضاً',
  readMoreOf: (headline) => `اقرأ أيضاً: ${headline}`,
  related: 'مواضيع ذات صلة',
  relatedArticles: 'مقالات ذات صلة',
  notes: 'الهوامش',
  note: (number) => `الهامش ${plain(number)}`,
  backToNote: (number) => `العودة إلى موضع الهامش ${plain(number)} في النص`,
  backSign: '↪︎',
  table: 'جدول',
  boxes: {
    keyPoints: 'أبرز النقاط',
    factBox: 'باختصار',
    timeline: 'تسلسل زمني',
    questionAndAnswer: 'أسئلة وأجوبة',
  },
  post: {
    deleted: (time) => ['حُذف لاحقاً (', time, ')'],
    edited: (time) => ['عُدّل لاحقاً (', time, ')'],
    see: 'المنشور الأصلي',
    seeOn: (network) => `المنشور على ${network}`,
    show: 'اعرض المنشور الأصلي',
  },
  questionParagraph: (number) => `هل من خطأ في الفقرة ${plain(number)}؟`,
})
