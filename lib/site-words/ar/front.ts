import type { front as english } from '../en/front'

export const front: typeof english = {
  top: 'الموضوع الرئيسي',
  moreTop: 'أبرز المواضيع',
  latest: 'آخر الأخبار',
  nothing: 'المقال الأول قيد الكتابة.',
}
