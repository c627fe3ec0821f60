import type { alerts as english } from '../en/alerts'

export const alerts: typeof english = {
  title: 'التنبيهات',
  about: (paper) => `الأخبار العاجلة من ${paper} فور ورودها.`,
  introduction: 'نبلّغك بالأخبار العاجلة فور ورودها، ولا شيء سواها. ويمكنك إيقاف التنبيهات من هنا متى شئت.',
  nothing: 'لا توجد تنبيهات بعد.',
  inBrowser: 'في هذا المتصفح',
  notifications: 'الإشعارات',
  noAccount: 'بلا عنوان وبلا حساب. يصل التنبيه إلى هذا المتصفح وحده.',
  otherwise: (byMail) => [
    'إذا كان هذا المتصفح لا يعرض التنبيهات أو لا يشغّل البرامج النصية، ',
    byMail('فاطلب التنبيهات بالبريد'),
    '.',
  ],
  byMail: 'بالبريد',
  script: {
    turnOn: 'تفعيل التنبيهات',
    turnOff: 'إيقاف التنبيهات',
    isOn: 'التنبيهات مفعّلة في هذا المتصفح.',
    isOff: 'التنبيهات متوقفة في هذا المتصفح.',
    failed: 'لم ينجح ذلك. يُرجى إعادة المحاولة بعد قليل.',
    forbidden: 'هذا المتصفح لا يسمح لنا بعرض التنبيهات، بحسب إعداداته لهذا الموقع.',
    tooMany: 'وردت محاولات كثيرة من شبكتك. يمكن إعادة المحاولة بعد ساعة.',
    notKept: 'تعذّر حفظ ذلك. يُرجى إعادة المحاولة بعد قليل.',
  },
  push: { breaking: 'خبر عاجل', withdrawn: 'سُحب الخبر' },
  mail: {
    breakingSubject: (text) => `عاجل: ${text}`,
    withdrawnSubject: (paper) => `${paper}: سُحب أحد الأخبار`,
    why: (paper, newsletter) => `تصلك هذه الرسالة لأنك طلبت من ${paper} ${newsletter}. وإن لم تعد تريد ذلك:`,
  },
  withdrawal: (reason) => `سحبنا خبراً كنا قد نبّهناك إليه. ${reason}`,
}
