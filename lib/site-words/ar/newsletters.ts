import type { newsletters as english } from '../en/newsletters'
import type { Numbers } from '../numbers'

export const newsletters = ({ plain, plural }: Numbers): ReturnType<typeof english> => ({
  title: 'النشرات البريدية',
  about: (paper) => `نشرات ${paper} البريدية، مجاناً إلى بريدك الإلكتروني.`,
  introduction: (alerts) => [
    'اكتب عنوان بريدك، ثم اضغط الزر في الرسالة التي نبعث بها إليك، لتصلك النشرة. وفي كل عدد رابط يوقفها. وإذا أردت متابعة الأخبار العاجلة في متصفحك، ',
    alerts('فعّل التنبيهات'),
    '.',
  ],
  nothing: 'لا توجد نشرات بريدية بعد.',
  label: 'نشرة بريدية',
  labelOf: (newsletter) => `نشرة بريدية: ${newsletter}`,
  terms: 'نبعث برسالة واحدة للتأكد من أنك صاحب الطلب. ويمكن إيقاف النشرة في أي وقت.',
  frequency: (frequency) => `${frequency}. `,
  form: {
    address: 'بريدك الإلكتروني',
    example: 'name@example.com',
    signUp: 'اشترك',
    signUpTo: (newsletter) => ` في ${newsletter}`,
    done: 'تفقّد بريدك: بعثنا إليك برسالة فيها زر لتأكيد الاشتراك.',
    trap: 'اترك هذا الحقل فارغاً',
  },
  signUpTo: (newsletter) => `الاشتراك في ${newsletter}`,
  goOn: (all, front) => [all('كل النشرات'), ' أو ', front('الصفحة الأولى')],
  confirm: {
    title: 'تأكيد الاشتراك في النشرة',
    text: 'ضغطة واحدة ويصلك العدد المقبل. وإن لم تكن قد طلبت ذلك، فأغلق هذه الصفحة.',
    button: 'نعم، أريد النشرة',
  },
  confirmed: { title: 'تم الاشتراك', text: 'شكراً لك. يصلك العدد المقبل في بريدك.' },
  ended: {
    title: 'انتهت صلاحية هذا الرابط',
    text: 'إما أنه استُخدم، أو مضى عليه أكثر من سبعة أيام، أو حلّ محله رابط أحدث. أعد الاشتراك لنبعث إليك برابط جديد.',
  },
  noAddress: {
    title: 'هذا ليس عنوان بريد إلكتروني',
    text: 'في العنوان علامة @ واحدة يليها اسم نطاق: name@example.com. ولا تُقبل فيه الحروف غير اللاتينية ولا المسافات.',
  },
  stop: {
    title: 'هل تريد إيقاف هذه النشرة؟',
    text: 'لن نبعث بها إليك بعد الآن. ويبقى عنوانك لدينا لأجل النشرات الأخرى التي تصلك، إن وُجدت.',
    button: 'أوقفها',
  },
  stopped: { title: 'أُلغي اشتراكك', text: 'لن تصلك هذه النشرة بعد الآن.' },
  tooMany: { title: 'يُرجى إعادة المحاولة لاحقاً' },
  mail: {
    confirmSubject: (newsletter) => `تأكيد الاشتراك في ${newsletter}`,
    alreadySubject: (newsletter) => `أنت مشترك بالفعل في ${newsletter}`,
    asked: (paper, newsletter) => `طُلب من ${paper} إرسال ${newsletter} إلى هذا العنوان، ولعلك صاحب الطلب.`,
    press: 'إن كنت صاحب الطلب، فافتح هذه الصفحة واضغط الزر:',
    once: (days) => {
      const inWords = plural(days, {
        one: 'يوم واحد',
        two: 'يومين',
        few: days === 7 ? 'سبعة أيام' : `${plain(days)} أيام`,
        many: `${plain(days)} يوماً`,
        other: `${plain(days)} يوم`,
      })
      return `يعمل الرابط مرة واحدة خلال ${inWords}. وإن لم تكن صاحب الطلب، فلا تفعل شيئاً ولن تصلك منا رسائل أخرى.`
    },
    already: 'والنشرة تصل إليه بالفعل، فلا حاجة إلى أي إجراء. وإن لم تعد تريدها:',
  },
})
