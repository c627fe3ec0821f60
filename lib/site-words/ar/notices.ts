import type { notices as english } from '../en/notices'

export const notices: typeof english = {
  notFound: {
    title: 'الصفحة غير موجودة',
    heading: 'لا توجد صفحة على هذا العنوان',
    text: 'قد يكون الرابط خاطئاً أو ناقصاً. ولعل البحث يقود إلى ما جئت من أجله.',
  },
  gone: {
    title: 'مقال مسحوب',
    sign: 'مسحوب',
    heading: 'سُحب المقال الذي كان منشوراً هنا',
    when: (paper, time) => [`سُحب من جانب ${paper} في `, time, '.'],
    reason: 'السبب',
  },
  seriesGone: {
    title: 'سلسلة انتهت',
    sign: 'انتهت',
    heading: 'انتهت السلسلة التي كانت هنا',
    when: (paper, date) => [`أُنهيت من جانب ${paper} في `, date, '. ولا تزال مقالاتها على عناوينها.'],
  },
  goOn: (front, search) => [front('الصفحة الأولى'), ' أو ', search('البحث'), '.'],
  moved: {
    title: 'لهذه الصفحة عنوان آخر',
    go: (there) => [there('انتقل إليه'), '.'],
  },
  broken: {
    title: 'يتعذّر عرض هذه الصفحة الآن',
    text: 'حدث خلل من جانبنا وقد سُجّل. يُرجى إعادة المحاولة بعد دقيقة.',
    front: 'إلى الصفحة الأولى',
  },
  plain: {
    nothing: 'لا شيء هنا.',
    readOnly: 'هذا العنوان للقراءة فقط.',
    noFeed: 'لا توجد خدمة كهذه.',
    seriesDeleted: 'حُذفت هذه السلسلة ومعها خدمتها.',
    feedMoved: 'لهذه الخدمة عنوان آخر.',
    noSitemap: 'لا توجد خريطة كهذه.',
    noCard: 'لا توجد بطاقة كهذه.',
  },
}
