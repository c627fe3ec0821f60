import type { article as english } from '../en/article'
import type { Numbers } from '../numbers'

export const article = ({ plain, plural }: Numbers): ReturnType<typeof english> => ({
  by: 'بقلم',
  betweenNames: '، ',
  beforeLastName: ' و',
  betweenRoles: '؛ ',
  notPublished: 'لم يُنشر بعد',
  published: (time) => ['نُشر ', time],
  updated: (time) => ['آخر تحديث ', time],
  live: 'مباشر',
  newEntry: 'جديد: ',
  topics: 'مواضيع',
  moreIn: (section) => `المزيد من ${section}`,
  age: {
    old: (years) => {
      const inWords = plural(years, {
        one: 'سنة',
        two: 'سنتين',
        few: `${plain(years)} سنوات`,
        many: `${plain(years)} سنة`,
        other: `${plain(years)} سنة`,
      })
      return `مضى على هذا المقال أكثر من ${inWords}.`
    },
    published: (date) => ['نُشر في ', date, '.'],
    updated: (date) => ['آخر تحديث له في ', date, '.'],
  },
  source: {
    from: (publisher) => ['المصدر: ', publisher],
    original: (publisher) => `نُشر أولاً لدى ${publisher}.`,
    rewritten: (publisher) => `كُتب استناداً إلى تقرير نُشر أولاً لدى ${publisher}.`,
    licence: (licence) => `الترخيص: ${licence}.`,
    added: (words) => `ما أضفناه: ${words}`,
  },
  thread: {
    name: 'سياق القصة',
    latest: (story) => ['آخر المستجدات: ', story],
    follows: (story) => ['تتمة لما نُشر في: ', story],
    soFar: 'القصة حتى الآن',
  },
  series: {
    name: 'سلسلة',
    all: (series) => `كل حلقات سلسلة «${series}».`,
    part: (number) => `الحلقة ${plain(number)}`,
    place: (number, total, series) => [`الحلقة ${plain(number)} من ${plain(total)} · `, series],
    previous: (part) => ['السابقة: ', part],
    next: (part) => ['التالية: ', part],
  },
})
