import type { lists as english } from '../en/lists'
import type { Numbers } from '../numbers'

export const lists = ({ plain }: Numbers): ReturnType<typeof english> => ({
  pages: 'الصفحات',
  first: 'الصفحة الأولى من القائمة',
  newer: 'الأحدث',
  older: 'الأقدم',
  page: (number) => `صفحة ${plain(number)}`,
  titleOfPage: (name, number) => `${name}، صفحة ${plain(number)}`,
  searchOlder: 'ما هو أقدم يجده البحث.',
  nothing: 'لم يُنشر شيء هنا بعد.',
  newest: 'أحدث المقالات',
  topic: 'موضوع',
  author: 'كُتّابنا',
  aboutSection: (section) => `أخبار وتقارير: ${section}.`,
  sectionsWithin: (section) => `أقسام ضمن ${section}`,
  aboutTopic: (topic) => `مقالات عن ${topic}.`,
  topicsWithin: 'مواضيع متفرعة',
  byAuthor: (author) => `مقالات بقلم ${author}.`,
  contacts: (author) => `للتواصل مع ${author}`,
  withdrawn: 'مسحوب',
})
