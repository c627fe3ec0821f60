import type { claims as english } from '../en/claims'
import type { Numbers } from '../numbers'

/** Whoever says something may be a woman, a man or an office: the sentences need not know. */
export const claims = ({ count, plural }: Numbers): ReturnType<typeof english> => ({
  claim: 'قول',
  title: 'مَن يقول ماذا',
  happened: 'مَن قال ماذا',
  about: (speaker, standing) =>
    `${speaker === null ? '' : `قول منسوب إلى ${speaker}. `}${standing}. ما قيل فيه، ومن قاله ومتى، وأين تناولناه.`,
  toldIn: 'ورد في',
  standing: {
    ASSERTED: 'غير مؤكد',
    REPEATED: 'غير مؤكد، وقد تكرر',
    DENIED: 'منفيّ',
    DENIED_REPEATED: 'منفيّ، وقد تكرر بعد نفيه',
    DISPUTED: 'موضع خلاف',
    CONFIRMED: 'مؤكد',
    WITHDRAWN: 'تراجع عنه قائله',
    CORRECTED: 'مصحّح',
  },
  did: {
    ASSERTED: 'ورد هذا القول على لسان',
    REPEATED: 'تكرر هذا القول على لسان',
    DENIED: 'نُفي هذا القول من جانب',
    DISPUTED: 'شُكّك في هذا القول من جانب',
    CONFIRMED: 'أُكّد هذا القول من جانب',
    WITHDRAWN: 'سُحب هذا القول من جانب',
    CORRECTED: 'صُحّح هذا القول من جانب',
  },
  didBy: (speaker, did) => [`${did} `, speaker],
  on: (did, date) => [...did, '، ', date],
  evidence: 'الدليل',
  evidenceThat: (did) => ` على ما يلي: ${did}`,
  ratings: {
    True: 'صحيح',
    'Mostly true': 'صحيح في معظمه',
    Unproven: 'غير مثبت',
    Misleading: 'مضلِّل',
    False: 'غير صحيح',
  },
  review: (rating) => `تحققنا من الأمر: ${rating}.`,
  reviewedIn: (story, date) => [story, '، ', date],
  stamps: {
    title: 'مصادر معرفتنا به',
    single: 'مصدر واحد',
    independent: (voices) =>
      plural(voices, {
        two: 'مصدران مستقلان',
        few: `${count(voices)} مصادر مستقلة`,
        many: `${count(voices)} مصدراً مستقلاً`,
        other: `${count(voices)} مصدر مستقل`,
      }),
    documents: 'اطّلعنا على وثائق',
    notVerified: 'لم نتحقق منه',
  },
})
