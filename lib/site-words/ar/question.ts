import type { question as english } from '../en/question'
import type { Numbers } from '../numbers'

export const question = ({ plain, count, plural }: Numbers): ReturnType<typeof english> => {
  const daysInWords = (days: number) =>
    plural(days, {
      one: 'يوم واحد',
      two: 'يومين',
      few: `${plain(days)} أيام`,
      many: `${plain(days)} يوماً`,
      other: `${plain(days)} يوم`,
    })
  const characters = (most: number) =>
    plural(most, {
      one: 'حرف واحد',
      two: 'حرفين',
      few: `${count(most)} أحرف`,
      many: `${count(most)} حرفاً`,
      other: `${count(most)} حرف`,
    })
  return {
    title: 'أبلغ عن خطأ',
    heading: 'هل من خطأ في هذه الفقرة؟',
    from: (article) => ['من مقال ', article, '. يقرأ أحد العاملين في التحرير ما تكتبه. وإن كنت على صواب، صُحّح المقال.'],
    send: 'أرسل إلى التحرير',
    text: {
      label: 'ما الخطأ؟',
      hint: (least, most) => `من ${count(least)} إلى ${characters(most)}. تقرأه أسرة التحرير ولا يُنشر.`,
    },
    url: {
      label: 'أين يمكننا التحقق من ذلك؟',
      hint: 'عنوان صفحة. ويمكن ترك هذا الحقل فارغاً.',
      example: 'https://',
    },
    mail: {
      label: 'بريدك الإلكتروني',
      hint: (days) =>
        `فقط إن أردت جواباً. لا نستخدمه لغير ذلك، ونحذفه بعد ${daysInWords(days)} من انتهاء النظر في بلاغك.`,
      example: 'name@example.com',
    },
    notSent: {
      title: 'لم يُرسل بلاغك',
      putRight: 'يلزم تصحيح شيء أولاً. وما كتبته محفوظ هنا.',
      front: 'إلى الصفحة الأولى',
      tooLong: (most) => `اكتب ما لا يزيد على ${characters(most)}.`,
      tooShort: (least) => `اكتب ما الخطأ في ما لا يقل عن ${characters(least)}.`,
      longAddress: (most) => `لا يزيد العنوان على ${characters(most)}.`,
      noPage: 'هذا ليس عنوان صفحة. يكون العنوان هكذا: https://example.org/page.',
      noMail: 'هذا ليس عنوان بريد إلكتروني. يكون هكذا: name@example.com. ويمكن أيضاً ترك الحقل فارغاً.',
      noArticle: 'لا يوجد مقال كهذا.',
      noParagraph: 'لا توجد فقرة كهذه.',
      noReports: 'لا نتلقى البلاغات هنا في الوقت الحالي.',
      withdrawn: 'سُحب هذا المقال.',
      full: 'أبلغ قرّاء كثيرون عن أخطاء في هذا المقال، وأسرة التحرير تنظر فيها.',
      wrong: 'لم يُملأ هذا النموذج في صفحتنا.',
    },
    thanks: {
      title: 'شكراً لك',
      kept: 'وصل بلاغك إلى التحرير، ومعه الكلمات التي يتناولها.',
      next: (days) =>
        `ينظر فيه أحد العاملين في التحرير. فإن كان ثمة خطأ، صُحّح المقال. وإن تركت عنوانك، فسيصلك جواب بالبريد، ثم يُحذف العنوان بعد ${daysInWords(days)}. ولا يُنشر شيء مما كتبته.`,
      back: (article) => ['العودة إلى ', article],
    },
    answer: {
      subject: (paper, headline) => `${paper}: بشأن «${headline}»`,
      thanks: (paper, headline) =>
        `تشكرك أسرة تحرير ${paper} على ما أبلغت عنه في «${headline}». وقد كتبت بشأن هذه الكلمات:`,
      quoted: (words) => `«${words}»`,
      wrote: 'وهذا ما كتبته:',
      answer: 'وهذا جوابنا:',
      article: 'المقال هنا:',
      newsroom: (paper) => `أسرة تحرير ${paper}`,
      why: (days) =>
        `تصلك هذه الرسالة لأنك تركت عنوانك طلباً للجواب. ونحذف العنوان خلال ${daysInWords(days)} ولا نستخدمه لغير ذلك.`,
    },
    tooMany: (minutes) => {
      const inWords = plural(minutes, {
        one: 'دقيقة',
        two: 'دقيقتين',
        few: `${plain(minutes)} دقائق`,
        many: `${plain(minutes)} دقيقة`,
        other: `${plain(minutes)} دقيقة`,
      })
      return `محاولات كثيرة. أعد المحاولة بعد ${inWords}.`
    },
  }
}
