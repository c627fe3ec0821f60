import type { search as english } from '../en/search'

export const search: typeof english = {
  title: 'البحث',
  about: (paper) => `البحث في كل ما نشرته ${paper}: بالكلمات والكتّاب والأقسام والمواضيع والتواريخ.`,
  titleOf: (typed) => `بحث: ${typed}`,
  allArticles: 'كل المقالات',
  words: 'كلمات البحث',
  button: 'ابحث',
  narrowing: 'القسم والزمن والترتيب',
  section: 'القسم',
  allSections: 'كل الأقسام',
  after: 'نُشر ابتداءً من',
  before: 'نُشر قبل',
  order: 'الترتيب',
  bestMatch: 'الأقرب إلى المطلوب',
  newestFirst: 'الأحدث أولاً',
  help: {
    title: 'ما يفهمه البحث',
    examples: [
      ['"عبّارة النهر"', 'الكلمتان متتاليتين'],
      ['عبّارة -ليل', 'من دون هذه الكلمة'],
      ['author:"سلمى حداد"', 'لهذا الكاتب أو الكاتبة'],
      ['section:سياسة', 'في هذا القسم'],
      ['topic:"الموانئ والملاحة"', 'عن هذا الموضوع'],
      ['after:2026-03 before:2026-06', 'نُشر أول مرة بين مطلع مارس ونهاية مايو'],
    ],
  },
  notes: {
    empty: (operator) => `لا شيء بعد «${operator}:».`,
    noDate: (typed) => `«${typed}» ليس تاريخاً. يُكتب التاريخ هكذا: 2026 أو 2026-11 أو 2026-11-28.`,
  },
  didYouMean: (spelling) => ['هل المقصود ', spelling, '؟'],
  foundInstead: (spelling) => ['لا نتائج لهذه الكلمات كما كُتبت. وهذه نتائج البحث عن ', spelling, '.'],
  nothing: 'لا نتائج. كلما قلّت الكلمات زادت النتائج.',
  nothingFor: (typed) => ['لا نتائج للبحث عن ', typed, '. كلما قلّت الكلمات زادت النتائج.'],
  cut: (newestFirst) => ['لم تُقارن المقالات الأقدم. ', newestFirst('الأحدث أولاً'), ' يعرضها كلها.'],
}
