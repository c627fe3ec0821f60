import type { preview as english } from '../en/preview'
import type { Numbers } from '../numbers'

export const preview = ({ count, plural }: Numbers): ReturnType<typeof english> => ({
  title: 'غير منشور',
  banner: (label, strong) => [strong('غير منشور.'), ` مخصص لـ ${label} دون سواه.`],
  name: 'اسمك',
  comment: {
    title: 'ملاحظاتك إلى التحرير',
    quote: 'الكلمات المقصودة (اختياري)',
    words: 'ما تود قوله',
    send: 'أرسل إلى التحرير',
    sent: 'شكراً لك. وصل تعليقك إلى التحرير.',
  },
  sign: {
    title: 'جوابك',
    older: 'عدّل التحرير مسودته بعد ذلك. وجوابك يخص النص الوارد في هذه الصفحة.',
    legend: 'جوابك بشأن النص أعلاه',
    choices: {
      SIGNED: 'أوافق عليه كما هو',
      CONDITIONS: 'أوافق عليه بشروط',
      REFUSED: 'لا أوافق عليه',
    },
    words: 'شروطك، أو سبب عدم الموافقة',
    once: 'يُحفظ اسمك وجوابك مع هذه النسخة من النص. والجواب مرة واحدة.',
    send: 'أرسل جوابك',
    given: {
      SIGNED: 'موافقة',
      CONDITIONS: 'موافقة مشروطة',
      REFUSED: 'عدم موافقة',
    },
    givenBy: (given, name, time) => [`${given} من ${name}، `, time, '. وصل جوابك إلى التحرير.'],
  },
  ended: {
    title: 'لا شيء وراء هذا الرابط',
    text: 'هذا الرابط لا يفتح شيئاً، أو لم يعد يفتح شيئاً.',
    another: 'يمكن لمن بعث به إليك أن يبعث برابط آخر.',
  },
  notSent: {
    title: 'لم يُرسل',
    heading: 'لم يُرسل شيء',
    wrote: 'هذا ما كتبته:',
    goBack: 'عُد إلى الصفحة السابقة في متصفحك للمحاولة مجدداً، أو اكتب إلى من بعث إليك بالرابط.',
    noName: 'اكتب اسمك.',
    tooLong: (most) => {
      const inWords = plural(most, {
        few: `${count(most)} أحرف`,
        many: `${count(most)} حرفاً`,
        other: `${count(most)} حرف`,
      })
      return `لا يتسع هذا الحقل لأكثر من ${inWords}.`
    },
    noWords: 'اكتب شيئاً أولاً.',
    noConditions: 'اكتب ما يلزم تعديله أولاً.',
    noReason: 'اكتب سبب عدم الموافقة.',
    full: 'بلغ عدد التعليقات حده الأقصى. أبلغ التحرير.',
    answered: 'سبق الرد على هذه النسخة، ولا يُحفظ سوى جواب واحد.',
    wrong: 'لم يُملأ هذا النموذج في صفحتنا.',
  },
})
