import type { republish as english } from '../en/republish'

export const republish: typeof english = {
  share: 'شارك:',
  mail: 'البريد',
  title: 'أعد نشر هذا المقال',
  back: 'العودة إلى المقال',
  terms: 'وفق هذه الشروط',
  questions: (contact) => ['للاستفسار: ', contact],
  html: {
    label: 'المقال بصيغة HTML',
    hint: 'العنوان والمقدمة والأسماء والنص وسطر المصدر. حُذفت الصور، وصارت المنشورات روابط.',
  },
  head: {
    label: 'لرأس صفحتكم',
    hint: 'العنوان الأصلي يدل محركات البحث على الصفحة الأصلية، فلا تُعد صفحتكم نسخة مكررة.',
  },
  text: { label: 'المقال نصاً مجرداً', hint: 'للورق والبريد وكل ما عدا ذلك.' },
  copy: 'نسخ',
  copied: 'تم النسخ',
  credit: (paper, date) => `نُشر هذا المقال أولاً لدى ${paper} في ${date}.`,
}
