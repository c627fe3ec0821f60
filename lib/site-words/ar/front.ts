import type { front as english } from '../en/front'

export const front: typeof english = {
  top: 'الموضوع الرئيسي',
  moreTop: 'أبرز المواضيع',
  more: 'مقالات أخرى',
  latest: 'آخر الأخبار',
  opinion: 'رأي',
  live: 'أولاً بأول',
  mostRead: 'الأكثر قراءة',
  updated: (time) => ['آخر تحديث ', time],
  nothing: 'المقال الأول قيد الكتابة.',
}
