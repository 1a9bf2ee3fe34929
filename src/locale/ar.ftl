# ما يقوله ورّاق بالعربية: جملة واحدة بلا نقطة في آخرها، وما يُنقل عن الموقع يقع بين ` و`.

## التقارير

error = خطأ
warning = تحذير
note = ملاحظة
hint = الإصلاح
errors = { $count ->
    [zero] لا أخطاء
    [one] خطأ واحد
    [two] خطآن
    [few] { $count } أخطاء
    [many] { $count } خطأ
   *[other] { $count } خطأ
}
warnings = { $count ->
    [zero] لا تحذيرات
    [one] تحذير واحد
    [two] تحذيران
    [few] { $count } تحذيرات
    [many] { $count } تحذيرا
   *[other] { $count } تحذير
}
errors-and-warnings = { $errors }، { $warnings }
found-on-page = في الصفحة { $page }
repeats = { $count ->
    [one] ويتكرر مرة أخرى
    [two] ويتكرر مرتين أخريين
    [few] ويتكرر { $count } مرات أخرى
   *[other] ويتكرر { $count } مرة أخرى
}
more-on-page = ومن { $code } في هذه الصفحة { $count } أيضا
more-in-file = ومن { $code } في هذا الملف { $count } أيضا
did-you-mean = هل تقصد `{ $name }`؟

## ما يجري الآن، وكيف انتهى

stage-reading = قراءة الملفات
stage-building = بناء الموقع
stage-checking = فحص الموقع
stage-publishing = نشر الملفات
stage-comparing = المقارنة بالمنشور
stage-asking-links = سؤال الروابط الخارجية
site-is-in = الموقع في { $folder }
run-ended = أُوقف التنفيذ
files = { $count ->
    [zero] لا ملفات
    [one] ملف واحد
    [two] ملفان
    [few] { $count } ملفات
    [many] { $count } ملفا
   *[other] { $count } ملف
}
mistakes = { $count ->
    [zero] لا هفوات
    [one] هفوة واحدة
    [two] هفوتان
    [few] { $count } هفوات
   *[other] { $count } هفوة
}
mistakes-in-files = { $mistakes } في { $files }
fixed = أُصلح: { $mistakes }
would-be-fixed = ما سيُصلح: { $mistakes }؛ ولم يُكتب شيء
pages = { $count ->
    [zero] لا صفحات
    [one] صفحة واحدة
    [two] صفحتان
    [few] { $count } صفحات
   *[other] { $count } صفحة
}
no-errors = { $pages ->
    [zero] لا صفحات
    [one] صفحة واحدة
    [two] صفحتان
    [few] { $pages } صفحات
   *[other] { $pages } صفحة
}، ولا أخطاء
no-errors-and-links = { no-errors }؛ { $requested }
links-asked = روابط سُئلت: { $asked }، ومعلومة من قبل: { $known }
answers-not-kept = تعذر حفظ الأجوبة: { $reason }
answers-not-kept-hint = أفسح لها مكانا بجانب public/، وإلا سُئلت الروابط كلها في كل مرة
published = { $pages ->
    [zero] لا صفحات
    [one] صفحة واحدة
    [two] صفحتان
    [few] { $pages } صفحات
   *[other] { $pages } صفحة
}؛ الملفات: كُتب { $written }، ولم يتغير { $unchanged }، وحُذف { $removed }؛ { $milliseconds } م.ث
nothing-published = لم يُنشر شيء؛ بقي { $folder } على حاله
made = أُنشئ { $folder }؛ ابنه بالأمر: warraq --root "{ $folder }" build
folder-not-empty = المجلد { $folder } ليس فارغا
folder-not-empty-hint = سمّ مجلدا لا وجود له بعد
unwritable = تعذرت كتابة { $path }: { $error }
standard-output-unwritable = تعذرت الكتابة على المخرج القياسي: { $error }

## النشر على المضيف

nothing-deployed = لم يُرفع شيء
deployed = رُفع الموقع إلى { $target }
would-be-deployed = ما كان سيُرفع إلى { $target }، ولم يتغير شيء
rolled-back = عاد { $target } إلى الإصدار السابق
would-be-rolled-back = ما كان سيعود إليه { $target }، ولم يتغير شيء
deploy-files = { $done }؛ الملفات: رُفع { $uploaded } ({ $size })، ولم يتغير { $unchanged }، وحُذف { $deleted }
deploy-forced = { $summary }؛ وكان ذلك بالخيار --force مع وجود أخطاء: { $errors }
target-none = لا يذكر site.toml وجهة يُرفع إليها الموقع
target-none-hint = اكتب فيه [deploy.NAME] ومعه to = "s3" أو "rsync" أو "git" أو "fs"؛ تجدها كلها في docs/deploy/
target-unknown = لا توجد وجهة باسم `{ $name }`
target-unnamed = في الموقع أكثر من وجهة
target-unnamed-hint = سمّ واحدة منها: { $names }

## المعاينة

serving = المعاينة على { $address }
port-taken = المنفذ { $taken } مشغول؛ استُعمل { $port }
visible-to-others = يراه كل من يصل إلى هذا الجهاز على { $address }
watching = تُراقب { $config } و{ $content } و{ $templates } في { $folder }؛ تنهيها Ctrl-C
no-browser = تعذر فتح المتصفح: { $error }
not-built-problems-shown = لم يُبن الموقع؛ كل عنوان يعرض المشكلات
not-built-old-shown = لم يُبن الموقع؛ المعروض هو ما كان من قبل
rendered = صُيّرت { $rendered } من { $pages } صفحة
built = { $result }؛ { $milliseconds } م.ث
rebuilt = { $changed }: { built }
same-files = الملفات نفسها مرة أخرى
files-and-more = { $files } و{ $count } غيرها
