import type { frame as english } from '../en/frame'

export const frame: typeof english = {
  skip: 'انتقل إلى النص',
  search: 'بحث',
  sections: 'الأقسام',
  breadcrumb: 'موقع الصفحة',
  breaking: 'عاجل',
  breakingNews: 'خبر عاجل',
  allPages: 'كل الصفحات',
  newsletters: 'النشرات البريدية',
  corrections: 'التصويبات',
  alerts: 'التنبيهات',
  feed: 'خدمة RSS',
  forNewsroom: 'لأسرة التحرير',
}
