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
fixable = { $count ->
    [one] يصلح `warraq check --fix` واحدا منها، ويعرضه `warraq check --fix --dry-run` قبل ذلك
    [two] يصلح `warraq check --fix` اثنين منها، ويعرضهما `warraq check --fix --dry-run` قبل ذلك
   *[other] يصلح `warraq check --fix` { $count } منها، ويعرضها `warraq check --fix --dry-run` قبل ذلك
}
found-on-page = في الصفحة `{ $page }`
repeats = { $count ->
    [one] ويتكرر مرة أخرى
    [two] ويتكرر مرتين أخريين
    [few] ويتكرر { $count } مرات أخرى
   *[other] ويتكرر { $count } مرة أخرى
}
more-on-page = ومن { $code } في هذه الصفحة { $count } أيضا
more-in-file = ومن { $code } في هذا الملف { $count } أيضا
did-you-mean = هل تقصد `{ $name }`؟
did-you-mean-differing = هل تقصد `{ $name }`؟ { $difference }

## ما يجري الآن، وكيف انتهى

stage-reading = قراءة الملفات
stage-building = بناء الموقع
stage-checking = فحص الموقع
stage-publishing = نشر الملفات
stage-comparing = المقارنة بالمنشور
stage-asking-links = فحص الروابط الخارجية
site-is-in = الموقع في `{ $folder }`
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
left-out = اليوم { $today }: عدد المداخل المؤجل نشرها { $scheduled }، وعدد التي انتهت مدتها { $expired }
unpublished = المداخل غير المنشورة يوم { $today }، وعددها { $count }:
unpublished-draft = { "  " }مسودة: `{ $path }`
unpublished-scheduled = { "  " }تُنشر يوم { $day }: `{ $path }`
unpublished-expired = { "  " }انتهت مدتها يوم { $day }: `{ $path }`
epoch-wrong = قيمة { $name } هي `{ $value }`، وليست عدد ثوان
epoch-wrong-hint = اكتب عدد الثواني منذ 1970-01-01، أو حدد اليوم بالخيار `--today`
links-asked = روابط فُحصت: { $asked }، ومعلومة من قبل: { $known }
answers-not-kept = تعذر حفظ نتائج فحص الروابط: { $reason }
answers-not-kept-hint = وفّر مساحة بجانب `public/`، وإلا فُحصت الروابط كلها في كل مرة
published = { $pages ->
    [zero] لا صفحات
    [one] صفحة واحدة
    [two] صفحتان
    [few] { $pages } صفحات
   *[other] { $pages } صفحة
}؛ الملفات: كُتب { $written }، ولم يتغير { $unchanged }، وحُذف { $removed }{ $kept ->
    [zero] {""}
   *[other] ، وبقي من عمليات بناء سابقة { $kept }
}؛ { $milliseconds } م.ث
nothing-published = لم يُنشر شيء؛ بقي { $folder } على حاله
made = أُنشئ `{ $folder }`؛ ابنِه بالأمر: `warraq --root "{ $folder }" build`
article-format = ليس `{ $name }` مقالا تمكن قراءته
article-format-hint = احفظه ملفا من نوع `.txt` أو `.md` أو `.html` أو `.docx` وسمّه بذلك
article-empty = لا نص في `{ $name }`
article-empty-hint = للمقال عنوان وفقرة واحدة على الأقل؛ ومن الموقع احفظ صفحة المقال نفسها، لا قائمة صفحات
article-foreign = `{ $name }` ليس بالعربية
article-foreign-hint = لا تُقترح المداخل إلا من مقال بالعربية؛ ولغيره ابدأ موقعا بالأمر `warraq new` وأضف نصه بالأمر `warraq source add`
article-left-out = فقرات في الصفحة خارج المقال تُركت: { $count }؛ إن كان بعضها منه فانسخ نصه كله إلى ملف `.txt`
article-untitled = ليس فوق النص عنوان، فسُمّي بأول كلماته: { $title }؛ غيّر `title` في ملفه
article-too-large = `{ $name }` أكبر من أن يكون مقالا: يزيد على { $limit } ميغابايت، أو على { $most } فقرة
article-too-large-hint = أبق فيه نص مقال واحد
article-encoding = ترميز `{ $name }` هو { $encoding } لا UTF-8
article-encoding-hint = حوّله ثم استعمل الملف الجديد: `iconv -f { $encoding } -t UTF-8 "{ $name }" > article-utf8.{ $extension }`
article-docx = لا تمكن قراءة `{ $name }`: تالف أو بكلمة مرور أو أكبر من اللازم
article-docx-hint = افتحه واحفظه من جديد بصيغة `.docx`، أو انسخ نصه إلى ملف `.txt`
article-unreadable = تعذرت قراءة `{ $name }`: { $error }
article-as-printed = نص المقال كما نشر
proposal-draft = مقترح لم يراجع: احذف هذا السطر لقبوله، أو استعمل `warraq review`
proposal-slug = اسم العنوان من الحروف وحدها: صححه قبل أن يكون للصفحة قراء
made-of-article = أُنشئ `{ $folder }`؛ الفقرات: { $paragraphs }، والمداخل المقترحة: { $proposals }؛ وكل اقتباس ثابت في فقرته
made-next = التالي مراجعتها: `warraq review "{ $folder }"`؛ وما لم يراجع مسودة يذكرها الأمر `check`
review-done = ما تغير: { $files }
review-left = المداخل التي بقيت دون مراجعة: { $count }
review-foremost = أولا أكثرها اقتباسا من المقال، وعددها { $count }، ثم يأتي غيرها متى حُسمت؛ وكلها في `warraq review --list`
review-paragraph = الفقرة { $number }: { $words }
review-paragraph-of = { $source }، الفقرة { $number }: { $words }
review-proposal = { "  " }{ $name }: { $title } («{ $quote }»)
review-question = a قبول · r ثم اسم: تسمية أخرى · m ثم معرف: هو ومدخل آخر واحد · d حذف · s تخط · q إنهاء
review-title = المراجعة
review-heading-title = العنوان
review-heading = الفقرة { $number }
review-heading-of = { $source }، الفقرة { $number }
review-accept = قبول (a)
review-drop = حذف (d)
review-rename = تسمية (r)
review-merge = دمج (m)
review-name = اسمه
review-into = هو نفسه (معرف المدخل)
review-keys = المقترحات معلّمة، وما تقتبسه مداخل أخرى تحته خط؛ للتنقل بينها المفتاحان j وk، وللحسم المفاتيح a وd وr وm
review-decided = ليس { $name } مسودة تنتظر المراجعة: أعد تحميل الصفحة لترى المسودات الباقية
review-wish-bad = لا يصلح هذا الاختيار: يُكتب المعرّف هكذا `collection/slug`، ولا بد في الاسم من حروف
review-unmergeable = لا يصلح { $from } و{ $into } أن يكونا مدخلا واحدا
review-unmergeable-hint = سمّ مدخلين من مجموعة واحدة لها حقل لقائمة اقتباسات، مثل `elsewhere = "list(cite)?"`
source-compared = فقرات كما كانت: { $same }، وتغيرت: { $changed }، وجديدة: { $new }، وحُذفت: { $gone }
source-renumbered = اقتباسات تغير رقم فقرتها: { $count }
source-lost = لم يعد ثابتا: { $name } يقتبس الفقرة { $number }، «{ $quote }»
source-lost-link = حُذفت فقرة يقود إليها رابط: { $name } يشير إلى الفقرة { $number }؛ انظر إلى أي فقرة ينبغي أن يقود الرابط الآن
source-logged = في سجل التغييرات مسودة: { $path }
log-title = صحح نص المصدر
log-summary = فقرات تغير نصها: { $changed }، وجديدة: { $new }، وحذفت: { $gone }.
source-to-update-none = لا يعرّف الموقع مصادر
source-to-update-none-hint = المصدر مدخل في المجموعة التي لها الجدول `source` في `site.toml`
source-to-update-unnamed = في الموقع عدة مصادر، ولم يذكر أيها
source-to-update-unnamed-hint = أضف `--source` وبعدها اسم من هذه: { $names }
source-there = في الموقع مصدر باسم `{ $name }`
source-there-hint = سمّ غيره بالخيار `--source`، أو أدخل نشرته الجديدة بالأمر `warraq source update FILE --source { $name }`
source-added = { $path }: مصدر عدد فقراته { $count }، يحال إليه بكتابة `source = "{ $slug }"`، أو `cite:{ $slug }/p1` في النص
folder-not-empty = المجلد { $folder } ليس فارغا
folder-not-empty-hint = سمّ مجلدا لا وجود له بعد، أو أضف موقعا إلى ما فيه بالأمر `warraq init "{ $folder }"`
new-of-entry = الأمر `new` ينشئ موقعا، وهذا اسم نص
new-of-entry-hint = اكتب `warraq add { $name }`، وقبل الشرطة المائلة اسم مجموعة
theme-file-none = ليس في القالب العام ملف ولا مكوّن اسمه `{ $name }`
theme-file-none-hint = يسرد `warraq theme list` الملفات
theme-file-there = الملف { $path } موجود
theme-file-there-hint = حرّره؛ وإن أردت ملف القالب العام فاحذفه
theme-files-copied = عدد ما نسخ من الملفات إلى الموقع { $count }، وهي تحل محل ملفات القالب العام
theme-none = لا يوجد قالب عام اسمه `{ $name }`
paper-illegible = على الورق { $paper } نسبة تباين لون النص `{ $ink }` هي { $contrast } إلى 1، وأقلها 4.5 (WCAG AA)
accent-illegible = نسبة تباين اللون { $accent } على الورق { $paper } أو رقعه هي { $contrast } إلى 1، وأقلها 4.5 (WCAG AA)
colour-legible-hint = اكتب { $colour }، فهو أقرب لون يبلغها
motif-long = حجم الشعار { $bytes } بايت، والحد الأقصى { $most } لأنه يظهر في كل صفحة
motif-path = ليس `{ $rest }` وما بعده مسارا من مسارات SVG
motif-breaks-off = ينقطع مسار الشعار قبل تمامه
motif-outside = يخرج الشعار من مربعه عند { $x } { $y }
motif-small = أكبر بعدي الشعار { $size } من 100، وينبغي ألا يقل عن { $least } كي يُرى
motif-hint = اكتب ما في `d` من وسم `<path>`، مرسوما في مربع من 0 0 إلى { $side } { $side }، مثل "M50 4L96 50L50 96L4 50Z"
folder-of-another = `{ $file }` من ملفات `{ $generator }`، وستُحسب ملفاته من ملفات الموقع الجديد
files-in-the-way = { $count ->
    [one] تعذر إنشاء الموقع في `{ $folder }` ولم يُكتب شيء: في الطريق عائق واحد
    [two] تعذر إنشاء الموقع في `{ $folder }` ولم يُكتب شيء: في الطريق عائقان
    [few] تعذر إنشاء الموقع في `{ $folder }` ولم يُكتب شيء: في الطريق { $count } عوائق
   *[other] تعذر إنشاء الموقع في `{ $folder }` ولم يُكتب شيء: في الطريق { $count } عائقا
}
files-in-the-way-hint = انقل ما هناك إلى مكان آخر، أو أنشئ الموقع في مجلد مستقل بالأمر `warraq new DIR`
file-in-the-way = `{ $path }`: { $why }
there-is-a-link = هو وصلة (symbolic link)
folder-is-a-file = لا بد أن يكون مجلدا
file-is-a-folder = لا بد أن يكون ملفا
file-is-another = موجود، وليس ملف موقع جديد
site-there = في `{ $folder }` موقع من قبل: ملفه `{ $config }` ليس ملف موقع جديد
site-there-hint = واصل العمل في ذلك الموقع، أو أنشئ غيره في مجلد مستقل بالأمر `warraq new DIR`
init-again-hint = ما كُتب قبل ذلك باق؛ أعد الأمر `warraq init` لإضافة ما بقي
file-added = أُضيف `{ $path }`
file-there = كان `{ $path }` موجودا
file-of-the-site-now = كان `{ $path }` موجودا، وهو الآن من ملفات الموقع
file-lacks = كان `{ $path }` موجودا؛ أضف إليه بنفسك هذه الأسطر: `{ $lines }`
initialised = الملفات: أُضيف منها { $added } وكان موجودا { $kept }؛ ابنِ الموقع بالأمر: `warraq --root "{ $folder }" build`
unwritable = تعذرت كتابة `{ $path }`: { $error }
entry-added = أُنشئ `{ $path }`؛ املأ حقوله، ثم احذف `draft = true` حين يكتمل
entry-there = المدخل `{ $name }` موجود من قبل، في `{ $path }`
entry-there-hint = حرّر ذلك الملف، أو اختر اسما آخر
section-not-empty = المدخل `{ $name }` قسم فيه مداخل أخرى، منها `{ $other }`
section-not-empty-hint = غيّر أسماء تلك المداخل أولا
entry-id-wrong = يُكتب المدخل باسم مجموعته واسمه فيها، مثل `books/kalila`
entries-listed-hint = سمّ مدخلا من `{ $collection }` باسم ملفه: مداخلها هي ملفات مجلدها
file-there-already = الملف `{ $path }` موجود من قبل
entry-renamed-hint = إن صار `{ $from }` يسمى `{ $to }` فنفذ الأمر `warraq mv { $from } { $to }`: يعدّل كل الإشارات إليه، ويحوّل عنوانه القديم
entry-referred = هنا إشارة إلى `{ $name }`
entry-referred-hint = احذف الإشارة، أو وجهها إلى مدخل آخر
stage-looking = البحث عن الإشارات
file-moved = يُنقل `{ $from }` إلى `{ $to }`
file-removed = سيُحذف `{ $path }`
nothing-changed = لم يتغير شيء
references = { $count ->
    [zero] لا إشارات
    [one] إشارة واحدة
    [two] إشارتان
    [few] { $count } إشارات
    [many] { $count } إشارة
   *[other] { $count } إشارة
}
moved = صار اسم `{ $from }` هو `{ $to }`؛ وعُدّل معه: { $references }
would-be-moved = سيصير اسم `{ $from }` هو `{ $to }`؛ وسيُعدّل معه: { $references }؛ لم يُكتب شيء
redirect-added = يحوَّل العنوان `{ $address }` إلى الصفحة، بالمفتاح `redirect_from` في `{ $path }`
removed = حُذف `{ $name }`
would-be-removed = سيُحذف `{ $name }`؛ لم يُكتب شيء
draft-remark = احذف هذا السطر حين يكتمل المدخل
kind-slug-of = اسم (slug) مدخل من { $names }
kind-entry-of = مدخل من { $names }، ومعه اسم مجموعته
kind-table-such-as = جدول مثل `{ $example }`
kind-list-of = قائمة، كل عنصر فيها { $kind }
standard-output-unwritable = تعذرت الكتابة على المخرج القياسي: { $error }
code-none = لا رمز باسم `{ $code }`
codes-all = يعرض `warraq explain` الرموز كلها
example-before = قبل:
example-before-in = قبل، في `{ $file }`:
example-after = بعد:
explain-more = للشرح مع مثال: `warraq explain { $code }`
pages-left-out = { $count ->
    [one] بقيت صفحة واحدة لم تُصنع ولم تُفحص بعد بسبب هذه الأخطاء
    [two] بقيت صفحتان لم تُصنعا ولم تُفحصا بعد بسبب هذه الأخطاء
    [few] بقيت { $count } صفحات لم تُصنع ولم تُفحص بعد بسبب هذه الأخطاء
   *[other] بقيت { $count } صفحة لم تُصنع ولم تُفحص بعد بسبب هذه الأخطاء
}
pages-unchecked = لم تُصنع الصفحات، فلم تُفحص بعد الروابط التي تكتبها القوالب ولا ما تعرضه الصفحات
links-unchecked = لم تُصنع الصفحات، فلم تُفحص بعد روابطها ولا الروابط إليها ولا ما تعرضه
names-unchecked = لم تُصنع الصفحات، فلم تُفحص بعد الأسماء التي في القوالب ولا الروابط التي تكتبها ولا ما تعرضه الصفحات

## الخطوط

file-none = لا يوجد ملف `{ $path }`
file-none-hint = ضعه في `{ $folder }`
font-name-reserved = رخصة الخط تحجز الاسم `{ $name }`
font-name-reserved-note = المنشور جزء من الخط، ولا يجوز أن يحمل الجزء ذلك الاسم
font-name-reserved-hint = سمّ عائلة الخط باسم آخر، هنا وفي ملفات الأنماط
font-unusable = لا يمكن استعمال `{ $file }`: { $reason }
font-unusable-hint = اختر للخط ملفات ثابتة (static) من نوع TrueType أو OpenType، ملفا لكل وزن
font-of-no-kind = ليس خطا من نوع TrueType أو OpenType
font-without-characters = ليس فيه جدول محارف
font-without-outlines = ليس فيه أشكال للحروف
font-variable = هو خط متغير (variable)
font-contradicts-itself = جداوله يناقض بعضها بعضا
font-not-cut = تعذر اقتطاع جزء منه: { $error }
font-not-renamed = تعذر تغيير اسمه
font-drawn-otherwise = الشكل رقم { $glyph } يُرسم في الجزء المقتطع على غير صورته في الخط كله
font-family-none = لا توجد عائلة خطوط باسم `{ $name }`
font-family-none-hint = اكتب إحدى عائلات الخطوط في الموقع: { $known }
font-families-none-hint = عرّف الخط تحت `[fonts]` في `site.toml`

## البطاقات والأيقونات

drawing-not-drawn = لا يمكن رسم `{ $path }`: { $reason }
icons-made-of-it = منه تُصنع أيقونات الموقع بحسب `site.toml`
drawing-ill-formed = الرسم ليس XML سليما: { $reason }
drawing-ill-formed-hint = أغلق كل عنصر، وضع كل قيمة بين علامتي تنصيص
drawing-without-size = ليس للرسم عرض ولا ارتفاع
drawing-of-no-kind = عنصره الأول ليس `svg` من فضاء الأسماء `http://www.w3.org/2000/svg`
drawing-unreadable = تعذرت قراءته: { $error }
drawing-unreadable-hint = ابدأ الملف هكذا: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="…">`
drawing-too-long = الرسم أكبر من { $limit } بايت
drawing-too-long-hint = بسّطه: احذف ما لا يُرى، وقرّب الأعداد
drawing-too-many-elements = عناصر الرسم أكثر من { $limit }، بعدّ ما يُرسم مكررا
drawing-too-many-elements-hint = قلّل ما يُكرر بالعناصر `use` و`mask` و`pattern` و`marker`، وبسّط المسارات
drawing-too-deep = عناصر الرسم متداخلة إلى أكثر من { $limit } مستوى
drawing-too-deep-hint = احذف المجموعات والإشارات التي لا أثر لها
drawing-style-refers = أنماط الرسم تشير إلى `{ $id }`، وليس تدرجا لونيا
drawing-style-refers-hint = اكتب الإشارة سمة في العناصر التي تحتاج إليها
drawing-filter = لا تجوز في الرسم مرشّحات (`filter`)
drawing-filter-hint = ارسم ما كان سيعطيه المرشّح: تدرجا للظل، وشكلا لما يراد تغبيشه
drawing-number = العدد `{ $number }` أكبر مما يجوز في رسم
drawing-number-hint = اكتب عددا لا يزيد على { $limit }
drawing-number-small = العدد `{ $number }` أقرب إلى الصفر مما يجوز في رسم
drawing-number-small-hint = اكتب 0
drawing-in-a-circle = في الرسم عنصر يشير إلى نفسه، مباشرة أو عن طريق غيره
drawing-in-a-circle-hint = اقطع حلقة الإشارات
drawing-too-far = في الرسم مسار يخرج عنه بعيدا
drawing-too-far-hint = ارسمه داخل `viewBox`: بأعداد أصغر وخطوط أدق وتكبير أقل
drawing-tile = في الرسم نقش (`pattern`) وحدته أكبر من الرسم بكثير
drawing-tile-hint = صغّر عرضه وارتفاعه، أو التكبير في `patternTransform`
drawing-dashes = في خطوط الرسم أكثر من { $limit } شرطة
drawing-dashes-hint = اكتب أعدادا أكبر في `stroke-dasharray`
drawing-layer-without-size = في الرسم طبقة بلا عرض ولا ارتفاع
drawing-layer-without-size-hint = احذف الشفافية والأقنعة والقص (`opacity` و`mask` و`clip-path`) عما لا قياس له
drawing-layers = طبقات الرسم أكثر مما يجوز: شفافية وأقنعة وقص ونقوش بعضها في بعض
drawing-layers-hint = احذف بعضها؛ واستعمل لونا أفتح بدل الشفافية
card-size = عرض البطاقة { $width } وارتفاعها { $height }
card-size-hint = ابدأها هكذا: `{ $tag }`
card-element = لا يجوز في البطاقة العنصر `{ $name }`
card-element-hint = استعمل عنصرا من العناصر المذكورة في `docs/cards.md`
card-text-element = لا يجوز العنصر `{ $name }` داخل نص في البطاقة
card-text-element-hint = اكتب لكل جزء عنصر `text` مستقلا؛ والكلمات المكتوبة من اليسار إلى اليمين تُعزل تلقائيا بلا المرشّح `bidi`
card-text-too-long = `{ $words }` أطول مما يتسع له مكانه في البطاقة
card-text-too-long-hint = قصّره، أو وسّع له في القالب: `inline-size` و`data-lines` و`data-smallest`
card-character = ليس في أي من خطوط البطاقة المحرف `{ $character }` ({ $code })
card-character-hint = اكتب محرفا آخر، أو أضف إلى `font-family` في النص خطا فيه هذا المحرف
card-text-attribute = لا تجوز لنص في البطاقة السمة `{ $name }`
card-text-attribute-hint = استعمل سمة من السمات المذكورة للنص في `docs/cards.md`
card-text-without-width = لا معنى للسمة `{ $name }` بلا `inline-size`
card-text-without-width-hint = اكتب `inline-size="…"`، وهو العرض الذي ينكسر عنده السطر
card-text-without-font = في البطاقة نص بلا خط
card-text-without-font-hint = اكتب `font-family="…"`؛ وعائلات الخطوط في الموقع: { $known }
attribute-value = لا تصلح `{ $value }` قيمة للسمة `{ $name }`
attribute-length-hint = اكتب عددا بوحدات الرسم
attribute-whole-number-hint = اكتب عددا صحيحا أكبر من صفر
attribute-line-height-hint = اكتب عددا مثل 1.5
attribute-font-weight-hint = اكتب عددا من 1 إلى 1000
write-one-of = اكتب واحدا من هذه: { $names }

## البناء

entries-none = لا يوجد أي مدخل في `{ $folder }`
entries-none-hint = ضع مداخل الموقع فيه، أو ابحث أين ذهبت
unchecked-names = حتى يُصلح هذا لا تُفحص الأسماء التي في القوالب ولا الصفحات
unchecked-entries = حتى يُصلح هذا لا تُفحص الحقول ولا الإشارات إلى المداخل ولا الاقتباسات ولا الصفحات
file-overdue = لم يكتمل `{ $path }` بعد { $seconds } ث
file-overdue-hint = ابحث في القالب عن حلقة داخل حلقة، أو امنحه وقتا أطول: `seconds` تحت `[limits]` في `site.toml`
memory-used-up = تجاوز البناء { $megabytes } م.ب من الذاكرة أثناء صنع `{ $path }`
memory-used-up-hint = ابحث في القالب عن نص يُضاف إلى نفسه، أو ارفع الحد: `memory` تحت `[limits]` في `site.toml`
file-made-as-well = وكان يُصنع معه `{ $path }`

## الروابط الخارجية

write = اكتب `{ $words }`
on-the-page-of = في صفحة `{ $path }`
link-moved = انتقل `{ $address }` نهائيا إلى عنوان آخر
link-broken = الرابط `{ $address }` لا يعمل: { $why }
link-broken-hint = صحّح العنوان؛ وإن كان القراء يصلون إليه فأضفه إلى `skip` في `[check.external]`
link-redirected = بعد التحويلات، عند `{ $address }`
link-unanswered = تعذر التحقق من الرابط `{ $address }`: { $why }
link-unanswered-hint = أعد الفحص لاحقا، أو أضفه إلى `skip` في `[check.external]`
link-without-host = ليس فيه اسم مضيف
link-answers = أجاب الخادم: { $status }
link-redirected-off = يُحوَّل إلى `{ $location }`، وهذا ليس عنوانا على الويب
link-in-a-circle = تحويلاته تدور في حلقة
host-refuses = لا يقبل `{ $host }` الاتصال
host-none = لا يوجد مضيف باسم `{ $host }`
host-silent = لم يأت جواب خلال { $seconds } ث
host-silent-before = لم يجب `{ $host }` عن روابط أخرى
connection-insecure = تعذر الاتصال الآمن: { $error }
connection-broke = انقطع الاتصال: { $error }
answers-unwritable-hint = اجعل المجلد قابلا للكتابة، وإلا فُحصت الروابط كلها في كل مرة

## ملفات المضيف وقواعده

host-file-twice-note = الآخر يُصنع للمضيف من القواعد التي في `site.toml`
host-file-twice-hint = اختر لملفك عنوانا آخر، واكتب مضمونه في `site.toml`: في `[[headers]]` أو `[redirects]` أو `base_url`
host-rules = قواعد `{ $file }` عددها { $count }، ولا تقبل Cloudflare Pages أكثر من { $limit }
host-rules-headers-hint = اجعل لملفات المجلد كلها ترويسات واحدة: قاعدة فيها `for` لذلك المجلد، مثل `"/books/*"`
host-rules-redirects-hint = استغن عن أقدمها؛ فالصفحات الباقية في عناوينها تحوّل القراء بلا قاعدة
host-line = في `{ $file }` سطر أطول من { $limit } محرف، وهو أقصى ما تقبله Cloudflare Pages
host-line-hint = اختصر القيمة أو العنوان؛ وكل حرف عربي في العنوان يُحسب بستة
begins-with = أوله: `{ $start }`
host-made-of-headers = تُصنع هذه القواعد من `[[headers]]`
host-made-of-redirects = تُصنع هذه القواعد من `[redirects]` ومن العناوين القديمة للمداخل
page-vanished = كان `{ $address }` منشورا في المرة السابقة، وليس فيه الآن شيء
page-vanished-hint = اكتب `{ $field }` في المدخل الذي حل محله، أو `{ $rule }` تحت `[redirects]` في `site.toml`

## ملفات الأنماط والشفرات وسائر الملحقات

asset-twice = يُصنع `{ $name }` من `{ $path }`، وفي الموقع ملف بالاسم نفسه
asset-twice-hint = غيّر اسم الملف، أو دور الخط
asset-unread = لا يقرأ أي متصفح ملفات `{ $extension }`، وهذا الملف يُنشر كما هو
asset-unread-hint = ضع هنا ما ينتج عنه من { $language }، أو ابدأ اسمه بعلامة `_` فلا يُنشر
import-broken = الاستيراد `{ $name }` لا يشير إلى ملف موجود
import-broken-hint = سمّ ملفا من `{ $folder }` بامتداده، ومساره من هذا الملف: `./name.js`
import-bare-hint = اكتب مسار ملف مثل `./name.js`، أو عرّف الاسم في `importmap`
css-broken = خطأ في ملف الأنماط: { $reason }
css-too-deep = الأقواس متداخلة إلى أكثر من { $limit } مستوى
css-too-deep-hint = أغلق قوسا فيما سبق، أو قلّل التداخل
css-broken-hint = أصلح ملف الأنماط؛ فلن يُنشر منه شيء قبل ذلك
css-comment-open = هذا التعليق لا نهاية له
css-comment-open-hint = اكتب `*/` في آخره
css-html-comment = لا تبدأ العلامة `<!--` تعليقا في CSS
css-invisible = هنا المحرف { $name }، وهو لا يُرى، ولا تعدّه المتصفحات مسافة
css-unit-none = العدد `{ $number }` بلا وحدة، فليس طولا
css-unit-none-hint = اكتب الوحدة بعده، مثل `{ $example }`
css-colour-quoted = يُكتب اللون بلا علامتي تنصيص
css-colour-unknown = لا يوجد لون باسم `{ $name }`
css-variable-bare = الكلمة `{ $name }` اسم متغير وليست قيمته
css-variable-dashes = تبدأ أسماء المتغيرات بـ`--`، والاسم `{ $name }` لا يبدأ بها
css-sum-tight = تنقص مسافة قبل العلامة وبعدها
css-feature-unknown = ليس في الشاشات خاصية باسم `{ $name }`
css-line-comment = لا يبدأ التعليق في CSS بعلامة `//`
css-line-comment-hint = اكتب التعليق بين `/*` و`*/`
css-string-open = علامة تنصيص لم تُغلق في سطرها
css-string-open-hint = اكتب `{ $mark }` في آخر النص المقتبس
css-bracket-open = القوس `{ $bracket }` لم يُغلق
css-bracket-open-hint = اكتب `{ $bracket }` في آخر ما يضمه
css-bracket-stray = القوس `{ $bracket }` لا يغلق شيئا
css-bracket-stray-hint = احذفه، أو اكتب قبله القوس الذي يغلقه
css-mark = لا معنى للعلامة `{ $found }` في CSS
css-digits = المتصفحات لا تقرأ `{ $found }` عددا
css-colour = ليس `{ $found }` لونا
css-colour-hint = اكتب بعد `#` ثلاثة أرقام أو أربعة أو ستة أو ثمانية
css-variable-undeclared = لم يُعرَّف `{ $name }` في أي موضع
css-unit-apart = بين `{ $number }` ووحدته `{ $unit }` مسافة
css-name-unknown = لا تعرف المتصفحات `{ $found }`
css-semicolon-none = تنقص `;` بعد `{ $declaration }`
css-colon-none = تنقص `:` بعد `{ $name }`
css-ends-early = ينتهي الملف قبل أن تكتمل آخر قاعدة فيه
css-ends-early-hint = اكتب `{ $block }` بعد آخر محدّد (selector)، أو احذفه
css-import-late = `@import` واقع بعد قواعد أخرى
css-import-late-hint = انقله إلى أول الملف
css-import-external-late = `@import` من موقع آخر واقع بعد `@import` لملف
css-import-external-late-hint = انقله إلى ما قبل غيره
css-import-conditions = يُستورد ملف واحد بشروط لا تجتمع
css-import-conditions-hint = استورد الملف مرة واحدة، واكتب الشروط فيه
css-url-in-variable = العنوان `{ $url }` في المتغير نسبي، فيُطلب من موضع مختلف في كل ملف أنماط يستعمل المتغير
css-url-in-variable-hint = اكتب `url(…)` حيث يُستعمل، أو عنوانا يبدأ بـ`/`
css-says = `{ $words }`
css-selector-none = ينقص محدّد (selector) قبل `{ $found }`
css-selector-none-hint = اكتب المحدّد، أو احذف الفاصلة التي قبله
css-selector = لا يصح `{ $found }` في محدّد (selector)
css-selector-hint = اكتب اسم عنصر أو صنفا (`.name`) أو معرّفا (`#name`)؛ والاسم يبدأ بحرف
css-variable-of-sass = `{ $found }` متغير من لغة Sass، ولا تعرفها المتصفحات
css-variable-of-sass-hint = اكتب `--name: value` داخل `:root`، و`var(--name)` حيث يُستعمل
css-of-processor = `{ $found }` مكتوب لبرنامج يولّد CSS، مثل Sass أو Tailwind، ولا تعرفه المتصفحات
css-of-processor-hint = اكتب مكانه ما يقابله في CSS: يجوز أن تكون كتلة داخل كتلة، وأن تُحفظ القيم في متغيرات مثل `--name`
css-unexpected = لا يصح `{ $found }` في هذا الموضع
css-unexpected-hint = انظر فيما قبله: لعل `;` أو `:` أو قوسا ناقص

## المعاينة: ما يتعذر فيها

build-slow = لم ينته البناء بعد { $seconds } ث
build-slow-hint = انتظر، أو تراجع عن آخر تغيير: تُعرض في هذه الأثناء آخر نسخة سليمة، وإن استغرق ملف أكثر مما يسمح به `[limits]` انتهت المعاينة
build-broke-off = توقف البناء فجأة: هذا خلل في ورّاق
build-broke-off-hint = تراجع عن آخر تغيير لتواصل العمل، وأبلغ عن الخلل مع ذلك التغيير
files-polled = { $why }، لذلك تُفحص الملفات كل نصف ثانية أو على فترات أطول
watched-folders-too-many = لا يراقب النظام لك مزيدا من المجلدات
watched-folders-too-many-hint = ارفع الحد: `sudo sysctl fs.inotify.max_user_watches=1048576`، ثم ابدأ من جديد
watchers-too-many = لا يسمح النظام لمزيد من برامجك بمراقبة المجلدات
watchers-too-many-hint = أغلق برامج تراقب المجلدات، أو ارفع الحد: `sudo sysctl fs.inotify.max_user_instances=1024`، ثم ابدأ من جديد
watching-impossible = لا يمكن مراقبة المجلدات ({ $error })
watching-impossible-hint = تابع عملك كما كنت: لا يفوت شيء، وإنما يُرى التغيير متأخرا قليلا
watching-incomplete = المجلد `{ $folder }` على نظام الملفات { $system }، وهو لا يخبر بكل تغيير
watching-incomplete-hint = لمعاينة أسرع ضع الموقع على قرص في هذا الجهاز؛ ولا يفوت شيء حيث هو الآن
port-in-use = المنفذ { $port } على { $interface } مشغول
port-in-use-hint = سمّ منفذا آخر بالخيار `--port`، أو احذف الخيار فيُؤخذ أول منفذ خال
port-unusable = لا يمكن استعمال المنفذ { $port } على { $interface }: { $error }
port-unusable-hint = سمّ عنوانا لهذا الجهاز بالخيار `--interface`، ومنفذا رقمه فوق 1023
preview-unable = تعذر تشغيل المعاينة: { $error }

## النشر في مجلد

cannot-change = تعذر تغيير `{ $path }`: { $error }
cannot-create = تعذر إنشاء `{ $path }`: { $error }
cannot-exchange = تعذر تبديل `{ $path }`: { $error }
cannot-keep = تعذر حفظ `{ $path }`: { $error }
cannot-link = تعذر ربط `{ $path }`: { $error }
cannot-lock = تعذر قفل `{ $path }`: { $error }
cannot-move = تعذر نقل `{ $path }`: { $error }
cannot-open = تعذر فتح `{ $path }`: { $error }
cannot-read = تعذرت قراءة `{ $path }`: { $error }
cannot-remove = تعذر حذف `{ $path }`: { $error }
cannot-replace = تعذر إحلال الجديد محل `{ $path }`: { $error }
cannot-restore = تعذرت استعادة `{ $path }`: { $error }
cannot-write = تعذرت كتابة `{ $path }`: { $error }
cannot-for-want-of-rights-hint = امنح نفسك حق القراءة والكتابة هناك، أو ابنِ الموقع في مجلد آخر بالخيار `-o`
cannot-for-want-of-room-hint = وفّر مساحة على القرص، ثم ابنِ الموقع من جديد
in-the-way = يحتاج الموقع إلى موضع `{ $path }`، وفيه ما لم يكتبه ورّاق
in-the-way-and-more = يحتاج الموقع إلى موضع `{ $path }` ومواضع أخرى عددها { $count }، وفيها ما لم يكتبه ورّاق
in-the-way-hint = احذف ما فيه أو انقله، أو ابنِ الموقع في مجلد آخر بالخيار `-o`
conflict-changed = `{ $path }` غُيّر بعد أن كتبه ورّاق
conflict-differs = `{ $path }` يختلف عن ملف الموقع الذي بهذا الاسم
conflict-folder-for-file = `{ $path }` مجلد، والموقع يحتاج هنا إلى ملف
conflict-link-for-file = `{ $path }` وصلة (symbolic link)، والموقع يحتاج هنا إلى ملف
conflict-file-for-folder = `{ $path }` ملف، والموقع يحتاج هنا إلى مجلد
conflict-link-for-folder = `{ $path }` وصلة (symbolic link)، والموقع يحتاج هنا إلى مجلد
more-not-listed = ومعها ما لم يُذكر هنا، وعدده { $count }
file-and-folder = `{ $path }` ملف في الموقع ومجلد فيه معا
file-and-folder-too = وكذلك `{ $path }`
file-and-folder-hint = اختر لتلك الصفحة عنوانا آخر، كأن ينتهي بعلامة `/`
site-as-it-was = بقي الموقع على حاله
site-not-restored = تعذرت إعادة الموقع السابق: { $reason }؛ وسيحاول البناء القادم ذلك من جديد
no-room = لا يتسع `{ $folder }` للموقع الجديد: يحتاج الموقع إلى { $needed } بايت، والمتاح { $room }
no-room-hint = وفّر مساحة ثم ابنِ الموقع من جديد؛ وقد بقي الموقع على حاله
changed-meanwhile = غُيّر `{ $path }` أثناء نشر الموقع
changed-meanwhile-hint = انقله إن أردت الاحتفاظ به، ثم ابنِ الموقع من جديد
output-folder-unfit = لا يصلح `{ $folder }` مجلدا للنشر: { $why }
output-folder-unfit-hint = خصّص للموقع المنشور مجلدا وحده، مثل `public`
unfit-holds-site = فيه ملفات الموقع نفسه
unfit-inside-input = هو جزء من `{ $path }`، ومنه يُقرأ الموقع
unfit-holds-input = فيه `{ $path }`، ومنه يُقرأ الموقع
unfit-inside-history = هو جزء من `{ $name }`، وفيه تاريخ الموقع
unfit-inside-records = هو جزء من `{ $name }`، وفيه سجلات ورّاق
unfit-dangling-link = هو وصلة (symbolic link) إلى ما لا وجود له
unfit-file = هو ملف لا مجلد
unfit-holds-here = فيه المجلد الذي تعمل فيه الآن
unfit-nameless = ليس له اسم
unfit-root = هو جذر القرص
unfit-link-out = الوصلة (symbolic link) `{ $path }` تؤدي إلى خارج الموقع
unfit-link-out-hint = اكتب اسم المجلد نفسه `{ $path }`، أو احذف الوصلة
unfit-linked-records = المسار `{ $path }` وصلة (symbolic link)، وفي مكانه سجلات ورّاق
unfit-linked-records-hint = احذف الوصلة؛ ليست من صنع ورّاق
publishing-at-once = بناء آخر ينشر الآن في `{ $folder }`
publishing-at-once-hint = انتظر حتى ينتهي، أو ابنِ الموقع في مجلد آخر بالخيار `-o`
record-unreadable = ليس `{ $path }` سجلا لما نُشر: { $reason }
record-unreadable-hint = احذفه واحذف الصفحات التي في `{ $folder }`، ثم ابنِ الموقع من جديد
record-version = إصداره { $version }، والمعروف هو { $known }
published-untidy = نُشر الموقع، وتعذر التنظيف بعده: { $reason }
published-untidy-hint = أعد البناء: سيحاول ذلك من جديد
last-site-moved = نُقل ما بقي من الموقع السابق إلى `{ $folder }`
kept-aside = حُفظ جانبا `{ $path }`
kept-aside-many = حُفظت جانبا ملفات عددها { $count }
kept-aside-note = كتب أحد هناك أثناء نشر الموقع، وفي الموقع الجديد ملف بالاسم نفسه
kept-aside-hint = خذ مما حُفظ ما تحتاج إليه، ثم احذفه

## الرفع إلى المضيف: ما يتعذر فيه

target-folder-link = `{ $path }` وصلة (symbolic link)، ولا يكتب ورّاق من خلالها؛ ضع مجلدا مكانها
target-refused = رُفض الطلب عند { $target } ({ $what }): { $reason }
target-refused-hint = أصلح ذلك وأعد الأمر: ما أُنجز باق، ولا يُحذف شيء قبل أن يصل كل ما سواه
target-unreachable = تعذر الوصول إلى { $target } ({ $what }): { $reason }
target-unreachable-hint = أعد الأمر حين يعود الاتصال: يتابع من حيث وقف، ولا يُحذف شيء قبل أن يصل كل ما سواه
failed-as-well = `{ $name }`: { $reason }
target-folder = المجلد `{ $path }`
target-bucket = الحاوية `{ $name }`
target-branch = الفرع `{ $name }`
target-repository = المستودع
this-machine = هذا الجهاز
copy-of-the-site = نسخة من الموقع
commit-of-the-site = إيداع الموقع في git
list-of-files = قائمة الملفات
files-of-the-release = ملفات الإصدار
new-release = الإصدار الجديد
what-was-pushed = ما دُفع إلى المستودع
sending-assets = الملحقات
sending-new-pages = صفحات جديدة
sending-pages = الصفحات
sending-listings = القوائم
deleting = الحذف
trying-again = { $reason }؛ تُعاد المحاولة بعد { $seconds } ث
deploy-at-once = يرفع `{ $holder }` الآن إلى الوجهة نفسها
deploy-at-once-hint = انتظر حتى ينتهي؛ وإن كان قد انقطع فقفله ينقضي بعد { $minutes ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
}
deploy-from-here = من هذا المجلد نفسه رفع جار إلى هذه الوجهة
deploy-from-here-hint = انتظر حتى ينتهي
deploy-lock-gone = أزال أحد قفل الوجهة أثناء الرفع
deploy-lock-gone-hint = انظر في الموقع المنشور، ثم أعد الرفع
deploy-lock-lost = تولى `{ $holder }` الرفع حين كان هذا الرفع متوقفا
branch-overtaken = دفع غيرك إلى الفرع `{ $name }` في هذه الأثناء
branch-overtaken-hint = لم يتغير شيء: أعد الرفع فوق ما هناك الآن
pushed-otherwise = ما في `{ $name }` غير ما دُفع إليه
pushed-otherwise-hint = لعل غيرك دفع إليه بعد هذا الرفع؛ انظر في الفرع، ثم أعد الرفع
arrived-otherwise = ليس `{ $path }` في { $target } كما أُرسل
arrived-otherwise-hint = لعل غيرك يكتب هناك؛ أعد الرفع، ولم يُحذف شيء
earlier-release-none = لم يُحفظ في الوجهة إصدار سابق
earlier-file-none = لم يُحفظ `{ $path }` من الإصدار السابق
earlier-copy-none = لم تُحفظ نسخة من `{ $path }` كما كان
older-state-hint = أعد ملفات الموقع إلى حالتها السابقة (`git checkout`)، ثم ارفعها
release-before-gone = لم يعد الإصدار السابق موجودا في { $target }
release-before-gone-hint = أعد ملفات الموقع إلى حالتها السابقة (`git checkout`)، ثم ارفعها؛ وعدد الإصدارات التي تبقى يحدده `keep`
state-unreadable = تعذرت قراءة ما سجله ورّاق في { $target }: { $reason }
state-unreadable-in-store-hint = إن كان `{ $key }` هناك تالفا فاحذفه وارفع بالخيار `--force`: يُرسل كل شيء من جديد، ويبقى هناك ما لم يعد في الموقع
state-unreadable-in-releases-hint = إن كان الملف المجاور للإصدار تالفا فاستعده من نسخة؛ أو ارفع إلى مجلد آخر
state-unreadable-in-branch = تعذرت قراءة ما سجله ورّاق في `{ $state }`: { $reason }
state-unreadable-in-branch-hint = إن كان تالفا فاحذف `{ $state }` من المستودع وارفع بالخيار `--force`
state-gone = لا وجود له
no-longer-there = لم يعد موجودا
copy-no-longer-there = لم تعد نسخته موجودة
current-leads-off = `current` في { $target } وصلة إلى `{ $to }`، ولم يضعها ورّاق
current-no-link = `current` في { $target } ليس وصلة (symbolic link)، ولم يضعه ورّاق
current-taken-hint = يصل القراء إلى الإصدار عن طريق وصلة بهذا الاسم: انقل ما هناك، أو ارفع إلى مجلد آخر
foreign-file = في الوجهة ملف لم يضعه ورّاق: `{ $path }`
foreign-files = في الوجهة ملفات لم يضعها ورّاق، عددها { $count }، منها `{ $path }`
foreign-file-hint = انقل ما هناك، أو اختر مكانا آخر، أو اكتب فوقه بالخيار `--force`
deletes-too-many = عدد ما سيُحذف من ملفات الوجهة { $count }، والمسموح به { $most }
deletes-too-many-hint = انظر أولا بالخيار `--dry-run`؛ فإن كان الحذف مقصودا فأضف `{ $option }`
target-of-another = في الوجهة الموقع `{ $other }` ({ $other_url })، وهذا الموقع `{ $title }` ({ $url })
target-of-another-hint = خصّص لكل موقع مكانا: `prefix` في الحاوية، أو مجلدا أو فرعا آخر؛ وإن كان الموقع نفسه باسم آخر فارفعه مرة واحدة بالخيار `--force`
program-none = البرنامج `{ $name }` غير مثبت على هذا الجهاز
program-none-hint = ثبّت `{ $name }`، فالرفع إلى هذه الوجهة يحتاج إليه
program-broken = تعذر تشغيل البرنامج `{ $name }`: { $error }
program-broken-hint = تأكد من أن `{ $command }` يعمل على هذا الجهاز
program-silent = انتهى البرنامج بالرمز { $code } ولم يقل شيئا
program-killed = أُوقف البرنامج قسرا
rsync-ended = انتهى `rsync` بالرمز { $code }: { $meaning }
rsync-versions-differ = نسختا `rsync` على الجهازين لا تتفاهمان
rsync-file = تعذرت قراءة ملف أو مجلد أو كتابته
rsync-unconnected = تعذر الاتصال
rsync-disk = تعذرت كتابة ملف؛ لعل القرص امتلأ أو بلغ حصته
rsync-broken-off = انقطع الاتصال
rsync-unsent = تعذر إرسال بعض الملفات
rsync-vanished = اختفت ملفات أثناء إرسالها
rsync-silent = لم يجب الطرف الآخر في الوقت المحدد
access-keys-without-home = لا يوجد مجلد شخصي (home) تُطلب فيه المفاتيح
access-keys-unreadable = تعذرت قراءة `{ $path }`: { $error }
access-keys-none = لا توجد مفاتيح، لا في متغيرات البيئة ولا تحت `{ $profile }` في `{ $path }`
access-keys-hint = عيّن `AWS_ACCESS_KEY_ID` و`AWS_SECRET_ACCESS_KEY` في متغيرات البيئة، أو اكتب المفاتيح في ملف `credentials`؛ ولا تكتبها أبدا في `site.toml`
bucket-address = لا يصلح `{ $endpoint }` عنوانا لحاوية: { $reason }
bucket-address-hint = راجع `endpoint` و`bucket`؛ والخدمة التي لا تضع اسم الحاوية في اسم المضيف تحتاج إلى `path_style = true`
bucket-list-unreadable = تعذرت قراءة القائمة: { $error }
bucket-takes-no-file = لا تُقبل هناك ملفات
part-sent-otherwise = وصل جزء منه على غير ما أُرسل
response-unreadable = تعذرت قراءة الجواب
file-changed-meanwhile = غُيّر الملف في هذه الأثناء
sent-otherwise = وصل على غير ما أُرسل
connection-refused = الطرف الآخر لا يقبل الاتصال
connection-lost = انقطع الاتصال
answer-none-in-time = لم يأت جواب في الوقت المحدد
host-unknown = لا يوجد مضيف بهذا الاسم
request-impossible = تعذر إرسال الطلب

## ما يُنشر وأين

path-in-folder-of = يقع `{ $path }` في مجلد { $what }
path-in-folder-of-note = المجلد كله لورّاق
search-index = فهرس البحث
path-file-and-folder = لا يكون `{ $path }` ملفا ومجلدا معا
path-file-for = صاحب الملف: { $claimant }
path-folder-for = صاحب المجلد: { $claimant }
published-twice = ملفان يُنشران باسم واحد: `{ $path }`
published-twice-note = صاحب الملف الآخر: { $claimant }
paths-alike = الاسمان `{ $path }` و`{ $other }` متشابهان أكثر مما يجوز
paths-alike-note = صاحب الاسم الآخر: { $claimant }؛ وبعض الأنظمة والقراء لا يفرقون بين الحروف الكبيرة والصغيرة، ولا بين صور يونيكود، ولا بين المشكول وغيره
paths-hint = اختر لأحدهما عنوانا آخر
claimant-card = بطاقة `{ $path }`
claimant-made = صفحة `{ $name }`
claimant-page = الصفحة { $number } من `{ $path }`
claimant-redirect = التحويل من `{ $from }` المكتوب في `{ $path }`
claimant-feed = خلاصة المجموعة `{ $collection }`
claimant-feed-tag = خلاصة الوسم `{ $tag }`
claimant-export = ملف بيانات معرّف في `{ $config }`
claimant-setting = الجدول `{ $table }` في `site.toml`
claimant-warraq = ورّاق نفسه
shorter-address-hint = اختر للصفحة عنوانا أقصر
shorter-first-address-hint = اختر للصفحة الأولى عنوانا أقصر
on-the-card-of = في بطاقة `{ $path }`
template-unsaid = ليس للمدخل `{ $name }` قالب
template-unsaid-hint = سمّه بكتابة `template = "….html"`، هنا أو للمجموعة في `site.toml`
file-of-no-entry = الملف لا يتبع أي مدخل، فلا يُنشر
file-of-no-entry-hint = ضعه بجانب `index.md` لأحد المداخل، أو في `templates/assets/`
file-of-no-entry-text-hint = غيّر اسمه إلى `{ $right }` إن كان مدخلا
column-of-no-value = ليس `{ $path }` قيمة من قيم هذه الصفوف
column-of-no-value-hint = اكتب مسار حقول يبدأ من السجل، أو من مدخله إن سبقته `entry.`
redirect-without-page = ليس للمدخل `{ $name }` صفحة يُحوَّل إليها `{ $from }`
redirect-without-page-hint = احذف `redirect_from`، أو اجعل للمدخل صفحة
redirect-from-itself = العنوان `{ $address }` هو عنوان الصفحة نفسها
redirect-from-itself-hint = اكتب عناوين كانت للصفحة من قبل
redirect-to-nothing = يُحوَّل `{ $from }` إلى `{ $to }`، ولا شيء هناك
address-of-something-hint = سمّ مدخلا، أو عنوانا يُنشر فيه شيء
redirect-to-itself = يُحوَّل `{ $address }` إلى نفسه
redirect-to-redirect = يُحوَّل `{ $from }` إلى `{ $to }`، وهذا يُحوَّل أيضا
redirect-to-redirect-note = كُتب التحويل الآخر في `{ $path }`
redirect-end-hint = سمّ الصفحة التي يراد أن يصل إليها القراء
offline-no-page = ليس `{ $address }` صفحة
offline-no-page-hint = سمّ الصفحة التي يراها القراء حين لا يكون المطلوب محفوظا عندهم
offline-nothing-there = لا يمكن حفظ `{ $address }`: لا شيء هناك

## الصفحات بعد بنائها

published-none-at = لا يُنشر أي ملف في `{ $pattern }`
published-none-at-hint = اكتب عنوان ملف، أو ما تبدأ به عناوين عدة ملفات مثل `/data/*`؛ أو احذف القاعدة
shown-elsewhere = يظهر `{ $words }` في غير موضعه من السطر
shown-otherwise = `{ $words }` يظهر هكذا: `{ $shown }`
shown-of-hint = اكتب «{ $words }»، أو ضع الكلمات داخل `<bdi dir="ltr">`
shown-otherwise-hint = اطبع القيمة بالمرشّح `bidi`، أو ضع الكلمات داخل `<bdi dir="ltr">`
inline-style-attribute = السمة `style` تحمل الأنماط داخل الصفحة
inline-style-attribute-hint = اكتب `class` وضع أنماطه في ملف أنماط؛ وتبقى `width` وأمثالها من سمات SVG
inline-style-element = العنصر `<style>` يحمل الأنماط داخل الصفحة
inline-style-element-hint = انقلها إلى ملف أنماط تحت `templates/assets/`
inline-script-element = العنصر `<script>` يحمل الشفرة داخل الصفحة
inline-script-element-hint = انقلها إلى ملف تحت `templates/assets/`، واكتب عنوانه في `src`
inline-handler = السمة `{ $name }` تحمل الشفرة داخل الصفحة
inline-handler-hint = اجعل ملف JavaScript في الموقع يستمع إلى الحدث
inline-document = السمة `srcdoc` تحمل صفحة داخل الصفحة
inline-document-hint = انشرها صفحة من صفحات الموقع، واكتب عنوانها في `src`
inline-noscript = في سمة أو تعليق أو نص داخل `<noscript>` كلمة `</noscript`، وهناك ينتهي العنصر حيث تعمل البرامج
inline-noscript-hint = اكتب `&lt;/noscript` أو احذفها: ما بعدها يصير وسوما عند المتصفح
inline-address = عنوان فيه `{ $scheme }` يحمل الشفرة داخل الصفحة
inline-address-hint = اكتب زرا (`button`)، واجعل ملف JavaScript في الموقع يستمع إليه
table-unused = لا تستعمل أي صفحة `{ $table }`
search-unused-hint = ضع `{ $markup }` في `<head>` من كل صفحة، ومعه نموذج فيه `data-search`؛ أو احذف `[search]`
cards-unused-hint = ضع `{ $markup }` في `<head>` من الصفحات؛ أو احذف `[cards]`
icons-unused-hint = ضع `<link rel="icon" href="/favicon.ico">` و`<link rel="manifest" href="/site.webmanifest">` في `<head>` من كل صفحة؛ أو احذف `[icons]`
fonts-unused-hint = ضع `@import "warraq:fonts";` في أول ملف أنماط تحمّله الصفحات؛ أو احذف `[fonts]`
titles-alike = للصفحتين { $first } و{ $second } من القائمة في `{ $name }` عنوان واحد (`<title>`)
titles-alike-others = { $count ->
    [one] وكذلك صفحات قائمة أخرى
    [two] وكذلك صفحات قائمتين أخريين
    [few] وكذلك صفحات { $count } قوائم أخرى
    [many] وكذلك صفحات { $count } قائمة أخرى
   *[other] وكذلك صفحات { $count } قائمة أخرى
}
titles-alike-hint = اذكر رقم الصفحة في `<title>`: `{ $markup }`
drawing-script = في الرسم عنصر `<script>`
drawing-handler = السمة `{ $name }` في الرسم تحمل شفرة
drawing-address = في الرسم عنوان فيه `{ $scheme }` يحمل شفرة
drawing-code-hint = احذف ذلك: من فتح الرسم وحده نفّذ متصفحه هذه الشفرة، ولها ما لصفحات الموقع من صلاحيات
forbidden-published = نُشر النص الممنوع `{ $words }`
forbidden-published-hint = احذفه، أو اسمح به في هذا العنوان تحت `[[forbid]]` في `site.toml`
base-element = العنصر `<base>` يغيّر وجهة كل عنوان نسبي في الصفحة
base-element-hint = احذفه: اكتب العناوين من جذر الموقع، مثل `/about/`، فتُكيَّف لكل صفحة
img-without-alt = عنصر `<img>` بلا `alt`
img-without-alt-hint = اكتب في `alt` ما تعرضه الصورة، لمن لا يراها؛ أو اكتب `alt=""` إن كانت للزينة لا غير
element-open = الوسم `{ $tag }` لم يُغلق
element-open-hint = اكتب `{ $end }` حيث ينتهي العنصر
end-tag-stray = الوسم `{ $tag }` لا يغلق شيئا
end-tag-stray-hint = احذفه، أو اكتب قبله الوسم الذي يغلقه
end-tag-other = جاء الوسم `{ $tag }` في موضع `{ $end }`
element-in-itself = الوسم `{ $tag }` يبدأ عنصرا داخل عنصر بالاسم نفسه
attribute-open = في الوسم `{ $tag }` علامة تنصيص ناقصة
attribute-open-hint = ضع `"` قبل قيمة السمة وبعدها
refresh-leads-off = `<meta http-equiv="refresh">` ينقل القراء إلى `{ $address }`
refresh-leads-off-hint = اكتب رابطا؛ والصفحة التي زالت تُحوَّل تحت `[redirects]` في `site.toml`
kilobytes = { $number } ك.ب
size-of = `{ $name }`: { $size }
picture-unknown = ليس هذا الملف صورة تعرضها المتصفحات، أيا كان اسمه
picture-unknown-hint = احفظ الصورة بصيغة JPEG أو PNG أو WebP أو GIF
picture-named-otherwise = صيغة الصورة { $format }، واسمها يقول غير ذلك
picture-named-otherwise-hint = اجعل آخر اسمها `.{ $extension }`
picture-cut-off = الصورة مبتورة: ليس آخرها في الملف
picture-cut-off-hint = انسخ الملف مرة أخرى، أو صدر الصورة من جديد
picture-cmyk = الصورة بألوان الطباعة (CMYK)، والمتصفحات تخطئ في عرضها
picture-cmyk-hint = احفظها بألوان الشاشات (sRGB)
picture-too-large = في الصورة { $width } × { $height } بكسل
picture-too-large-hint = صغّرها: يُقبل { $megapixels } مليون بكسل على الأكثر، أو ما يقوله `megapixels` تحت `[pictures]`
picture-unreadable = تعذرت قراءة الصورة: { $error }
picture-unreadable-hint = أعد البناء حين لا يكتب فيها أحد
picture-setting-wrong = لا تصنع صورة بالعدد { $number }
picture-key-unknown = لا مفتاح للصورة باسم `{ $name }`
picture-keys-hint = مفاتيح الصورة: `file`، ومعه `focus` و`alt` إن شئت
picture-fileless = ينقص الصورة المفتاح `file`
picture-not-beside = ليس `{ $name }` ملفا بجانب النص
picture-not-beside-hint = ضع الصورة في مجلد هذا المدخل واكتب اسمها، مثل `sea.jpg`
picture-not-there = لا توجد الصورة `{ $file }`
picture-not-there-hint = ضعها هناك، أو اكتب اسم صورة موجودة
picture-of-no-page = الصورة `{ $file }` لمدخل ليست له صفحة، فلا تُنشر
picture-of-no-page-hint = اجعل للمدخل مجلدا فيه الاثنان: `NAME/index.md` والصورة
picture-is-none = ليس `{ $file }` صورة
picture-uncut = لا يمكن الاقتطاع من `{ $file }`
picture-uncut-hint = اختر صورة JPEG أو PNG أو WebP غير متحركة، أو اجعل نوع الحقل `image` بلا اقتطاع
focus-wrong = لا يُفهم أي جزء من الصورة يجب أن يظهر
focus-wrong-hint = اكتب بعده عن الحافة اليسرى وعن الحافة العليا، كلاهما من 0 إلى 1: `focus = [0.5, 0.3]`
crop-none = لا يوجد اقتطاع باسم `{ $name }`
crop-none-hint = عرّفه تحت `[pictures.crops]`: `wide = "16:9"`
crop-name-wrong = لا يصلح `{ $name }` اسما لاقتطاع
crop-name-wrong-hint = استعمل حروفا لاتينية صغيرة وأرقاما و`_`؛ والاسمان `url` و`alt` محجوزان
crop-wrong = ليس للاقتطاع `{ $name }` شكل
crop-wrong-hint = اكتب عرضه وارتفاعه، كلاهما من 1 إلى { $most }: `"16:9"`
first-view-heavy = يرسل العرض الأول للصفحة { $size }، والحد { $budget }
first-view-heavy-hint = صغّر أكبر الأجزاء، أو ارفع `first_view` في `[check.budgets]`
first-view-html = ملف HTML مضغوطا بطريقة Brotli: { $size }
over-budget-as-well = { $count ->
    [zero] لا صفحة غيرها تتجاوز الحد
    [one] وصفحة أخرى تتجاوز الحد أيضا
    [two] وصفحتان أخريان تتجاوزان الحد أيضا
    [few] و{ $count } صفحات أخرى تتجاوز الحد أيضا
   *[other] و{ $count } صفحة أخرى تتجاوز الحد أيضا
}
fonts-heavy = قد تحمّل صفحة { $size } من الخطوط، والحد { $budget }
fonts-heavy-hint = احذف خطا، أو قلّل `characters` في الخطوط، أو ارفع `fonts` في `[check.budgets]`
html-heavy = ترسل صفحة { $size } من HTML مضغوطا، والحد { $budget }
html-heavy-hint = قسّم الصفحة، أو اعرض فيها أقل، أو ارفع `html` في `[check.budgets]`
sheets-heavy = تحمّل صفحة { $size } من ملفات الأنماط، والحد { $budget }
sheets-heavy-hint = احذف قواعد، أو اجعل لكل نوع من الصفحات ملف أنماط خاصا به، أو ارفع `css` في `[check.budgets]`
scripts-heavy = تحمّل صفحة { $size } من ملفات JavaScript، والحد { $budget }
scripts-heavy-hint = اجعل الصفحة تستغني عنها، أو ارفع `scripts` في `[check.budgets]`
character-without-font = ليس في خطوط الموقع المحرف `{ $character }` ({ $code })
character-without-font-hint = اكتب محرفا آخر، أو أضف إلى عائلة في `[fonts]` خطا فيه هذا المحرف
character-unforeseen = ينقص الخطوط المنشورة المحرف `{ $character }` ({ $code })
character-unforeseen-hint = لا يرد في أي ملف من ملفات الموقع: أضفه إلى `characters` في `[fonts]`
character-reference-unknown = ليس في HTML محرف اسمه `{ $name }`
character-reference-unknown-hint = اكتب المحرف نفسه
letters-misshapen = `{ $letters }` لا تُرسم في الجزء المنشور من `{ $font }` كما تُرسم في الخط كله
letters-misshapen-hint = هذا خلل في ورّاق: أبلغ عنه، واستعمل خطا آخر حتى يُصلح
loaded-from-elsewhere = يُحمَّل `{ $address }` من مضيف آخر
loaded-from-elsewhere-hint = انشر الملف مع الموقع، أو اسمح به: `{ $setting }` تحت `[check]`
page-language-none = لا تذكر الصفحة لغتها
page-language-unknown = `{ $tag }` ليس رمز لغة
page-direction-wrong = لغة الصفحة `{ $language }`، والاتجاه المذكور فيها `{ $direction }`
page-direction-none = لغة الصفحة `{ $language }`، ولا تذكر أن اتجاهها `{ $direction }`
words-in-another-language = الكلمات `{ $words }` مذكور أنها بلغة `{ $language }`
words-in-another-language-hint = احذف `lang`، أو اذكر اللغة التي كُتبت بها الكلمات
css-parts-letters = `{ $declaration }` يباعد بين حروف متصلة
css-parts-letters-hint = احذفه، أو غيّر وزن الخط أو حجمه
css-slants-letters = `{ $declaration }` يُميل حروفا ليست لها صورة مائلة
css-slants-letters-hint = أبرزها بوزن الخط أو باللون
css-stretches-spaces = `{ $declaration }` يمدّ المسافات في كل سطر
css-stretches-spaces-hint = اكتب `text-align: start`
css-names-a-side = `{ $declaration }` يحدد جانبا لا يتبع اتجاه الكتابة
css-names-a-side-by-property-hint = سمّه `inline-start` أو `inline-end`
css-names-a-side-by-value-hint = اكتب `start` أو `end`، أو `inline-start` في `float`

## الروابط والمعرّفات في الصفحات

link-leads-nowhere = الرابط `{ $address }` لا يؤدي إلى شيء
link-leads-nowhere-hint = صحح العنوان، أو انشر صفحة فيه
link-to-no-file-hint = ضع الملف في `{ $place }`، أو صحح اسمه
file-needs-folder-hint = اجعل للمدخل مجلدا: انقل نصه إلى `{ $index }`، وضع الملف في `{ $place }`
link-to-no-place = الرابط `{ $address }` لا يؤدي إلى موضع في صفحته
link-to-no-place-hint = صحح ما بعد `#`، أو أعط عنصرا في `{ $address }` المعرّف `{ $id }`
id-twice = لعنصرين في `{ $address }` معرّف واحد: `{ $id }`
id-twice-hint = المعرّف لعنصر واحد في الصفحة: غيّر أحدهما
id-twice-in-text-hint = اكتب هنا معرّفا آخر، أو اجعل للعنوان الفرعي معرّفا خاصا به: `## … {"{"}#id{"}"}`
text-twice = يُعرض `{ $text }` مرتين في `{ $address }`، ومعه معرّفاته
text-twice-note = المعرّفات هي: { $ids }{ $more ->
    [zero] {""}
   *[other] ، و{ $more } غيرها
}
text-twice-hint = اطبعه مرة واحدة؛ ويمكن أن يؤدي إليه رابط من الموضع الآخر

## العناوين والمسارات

address-without-slash = لا يبدأ العنوان `{ $address }` بعلامة `/`
address-with-sign = لا تجوز العلامة `{ $odd }` في العنوان `{ $address }`
address-of-no-page = لا ينتهي العنوان `{ $address }` بعلامة `/` ولا بـ`.html`
path-empty = المسار فارغ
path-unpublishable = لا يمكن نشر `{ $path }`: { $reason }
name-empty = فيه اسم فارغ بين علامتي `/`
name-leaves-folder = قد يخرج `{ $name }` من مجلد النشر
name-of-state = في `.warraq` يحفظ النشر سجلاته
name-too-long = فيه اسم أطول من { $limit } بايت
name-with-sign = لا تجوز العلامة { $odd } في اسم ملف
name-with-bad-end = ينتهي `{ $name }` بنقطة أو مسافة
name-of-device = `{ $name }` اسم جهاز في Windows

## الرفع إلى المضيف

nothing-deployed = لم يُرفع شيء
deployed = رُفع الموقع إلى { $target }
would-be-deployed = ما كان سيُرفع إلى { $target }، ولم يتغير شيء
rolled-back = عاد { $target } إلى الإصدار السابق
would-be-rolled-back = ما كان سيعود إليه { $target }، ولم يتغير شيء
deploy-files = { $done }؛ الملفات: رُفع { $uploaded } ({ $size })، ولم يتغير { $unchanged }، وحُذف { $deleted }
deploy-forced = { $summary }؛ وكان ذلك بالخيار `--force` مع وجود أخطاء: { $errors }
target-none = لا يذكر `site.toml` وجهة يُرفع إليها الموقع
target-none-hint = اكتب فيه `[deploy.NAME]` ومعه `to = "s3"` أو `"rsync"` أو `"git"` أو `"fs"`؛ تجدها كلها في `docs/deploy/`
target-unknown = لا توجد وجهة باسم `{ $name }`
target-unnamed = في الموقع أكثر من وجهة
target-unnamed-hint = سمّ واحدة منها: { $names }

## المعاينة

serving = المعاينة على { $address }
port-taken = المنفذ { $taken } مشغول؛ استُعمل { $port }
visible-to-others = يراه كل من يصل إلى هذا الجهاز على { $address }: الموقع، ومعه مسوداته إن بُنيت، ومشكلاته مع أسطر من ملفاتك؛ ولا يكتب الإصلاحات إلا متصفح على هذا الجهاز
scan-it = يصل إليه هاتف على الشبكة نفسها بهذا الرمز:
watching = تُراقب { $config } و{ $content } و{ $templates } في { $folder }؛ تنهيها Ctrl-C
no-browser = تعذر فتح المتصفح: { $error }
not-built-problems-shown = لم يُبن الموقع؛ كل عنوان يعرض المشكلات
not-built-old-shown = لم يُبن الموقع؛ المعروض هو ما كان من قبل
rendered = بُني من الصفحات { $rendered } من { $pages }
built = { $result }؛ { $milliseconds } م.ث
rebuilt = { $changed }: { built }
same-files = الملفات نفسها مرة أخرى
panel = معاينة الموقع
panel-gone = لم تعد هذه الصفحة في الموقع. هذا ما كانت عليه.
panel-hide = إخفاء
panel-last-good = تظهر آخر نسخة سليمة.
panel-more = { $count ->
    [one] ومشكلة أخرى، وكل المشكلات معروضة في الطرفية
    [two] ومشكلتان أخريان، وكل المشكلات معروضة في الطرفية
    [few] و{ $count } مشكلات أخرى، وكل المشكلات معروضة في الطرفية
    [many] و{ $count } مشكلة أخرى، وكل المشكلات معروضة في الطرفية
   *[other] و{ $count } مشكلة أخرى، وكل المشكلات معروضة في الطرفية
}
panel-more-notes = { $count ->
    [one] وملاحظة أخرى
    [two] وملاحظتان أخريان
    [few] و{ $count } ملاحظات أخرى
    [many] و{ $count } ملاحظة أخرى
   *[other] و{ $count } ملاحظة أخرى
}
panel-fix = أصلحه
panel-fix-all = { $count ->
    [zero] أصلح
    [one] أصلح مشكلة واحدة
    [two] أصلح المشكلتين
    [few] أصلح { $count } مشكلات
    [many] أصلح { $count } مشكلة
   *[other] أصلح { $count } مشكلة
}
panel-away = لا تجيب المعاينة.
fix-outdated = لم يُصلَح شيء: لقد تغير الملف في هذه الأثناء، فانظر إليه من جديد
fix-from-elsewhere = لا يُكتب إصلاح إلا بطلب من هذا الجهاز
fix-for-own-pages = لا تكتب المعاينة إصلاحا إلا بطلب من صفحاتها
problem-with-hint = { $problem }: { $hint }
fix-unnamed = لا يسمي الطلب إصلاحا
weight-first-view = أول زيارة
weight-html = HTML مضغوطا
weight-css = ملفات الأنماط
weight-fonts = الخطوط
weight-scripts = البرامج
weight-of-budget = { $size } من { $budget }
over-budget = فوق الحد
page-words = { $count ->
    [zero] بلا كلمات
    [one] كلمة واحدة
    [two] كلمتان
    [few] { $count } كلمات
    [many] { $count } كلمة
   *[other] { $count } كلمة
}
page-minutes = { $count ->
    [zero] لا تستغرق قراءتها وقتا
    [one] دقيقة واحدة للقراءة
    [two] دقيقتان للقراءة
    [few] { $count } دقائق للقراءة
    [many] { $count } دقيقة للقراءة
   *[other] { $count } دقيقة للقراءة
}
page-links = { $count ->
    [zero] لا روابط
    [one] رابط واحد
    [two] رابطان
    [few] { $count } روابط
    [many] { $count } رابطا
   *[other] { $count } رابط
}
page-drafts = { $count ->
    [zero] لا مسودات
    [one] مسودة واحدة
    [two] مسودتان
    [few] { $count } مسودات
    [many] { $count } مسودة
   *[other] { $count } مسودة
}
page-more = و{ $count } غيرها
panel-open = عن هذه الصفحة
panel-problems = المشكلات
panel-page = الصفحة
panel-drafts = المسودات
panel-review = راجع المسودات
panel-no-problems = لا مشكلات
panel-reading = القراءة
panel-weight = الحجم
panel-card = بطاقة المشاركة
panel-links = الروابط
panel-no-card = ليس لهذه الصفحة بطاقة مشاركة.
draft-scheduled = { $path }: يُنشر في { $day }
draft-expired = { $path }: انتهى نشره في { $day }
panel-explain = معناه، مع مثال
not-built = لم يُبنَ الموقع
shown-when-mended = ستظهر الصفحة هنا حين تُصلَح أخطاؤه.
no-page-here = لا صفحة هنا
no-page-at-address = ليس في الموقع صفحة بهذا العنوان.
first-page = الصفحة الأولى
preview-only-read = المعاينة للقراءة فقط
request-without-host = لا يسمي الطلب مضيفا، أو يسمي أكثر من مضيف
host-of-another = لا تجيب المعاينة إلا على عنوان IP أو على localhost، حتى لا يقرأها موقع آخر باسم من عنده
events-for-own-pages = لا تخبر المعاينة بما يتغير إلا صفحاتها
files-and-more = { $files } و{ $count } غيرها

## الحقول التي يعرّفها site.toml

kind-string = نص
kind-int = عدد صحيح
kind-bool = `true` أو `false`
kind-date = تاريخ مثل 2025-11-24
kind-url = عنوان يبدأ بـ`https://`
kind-slug = اسم في العنوان (slug): حروف صغيرة وأرقام وشرطات
kind-markdown = نص بصيغة Markdown
kind-cite = إحالة مثل `{"{"} p = 4, quote = ["…"] {"}"}`
kind-image = صورة مثل `sea.jpg` أو `{"{"} file = "sea.jpg", focus = [0.5, 0.3] {"}"}`
kind-enum = واحدة من هذه القيم: { $choices }
kind-ref = اسم المدخل في عنوانه (slug)
kind-tag = وسم
tags-none = لا وسوم معرّفة
tags-none-hint = عرّفها في `site.toml`: `[tags.topics]`
tags-unsaid = لا يحدد `tag` أي الوسوم يقصد
tags-unsaid-hint = اكتب واحدا منها: { $names }
tags-unknown = لا وسوم باسم `{ $name }`
kind-list = قائمة
kind-table = جدول
type-choice-empty = في `{ $name }` خيار فارغ
type-constructor-unknown = ليس `{ $name }(…)` من أنواع الحقول
type-constructor-unknown-hint = اكتب `enum(…)` أو `ref(…)` أو `tag(…)` أو `list(…)`: هذه هي الأنواع ذات الأقواس
type-form-wrong = ‏`{ $name }` ليس نوع حقل
type-unknown = ليس `{ $name }` نوعا من أنواع الحقول ولا سجلا
type-unknown-hint = عرّف السجل تحت `[records]`، أو اكتب نوعا مما في `docs/site-toml.md`
collection-none = لا توجد مجموعة باسم `{ $name }`
collection-declare-hint = عرّفها في `site.toml` تحت `[collections]`
collections-hint = اكتب إحدى المجموعات: { $names }
use-title-hint = اكتب اسم حقل من نوع `string`
use-order-hint = رتّب بحقل فيه عدد أو تاريخ أو نص
use-siblings-hint = اكتب اسم حقل يجمع المتجاورات: إشارة إلى مدخل أو خيارا أو عددا أو نصا
use-anchor-hint = اكتب في `anchor` اسم الحقل الذي يشير إلى الصفحة
use-count-hint = اكتب في `expect` اسم حقل من نوع `int` فيه العدد
use-day-hint = اكتب اسم حقل من نوع `date`
use-summary-hint = اكتب اسم حقل من نوع `string` أو `markdown`
use-author-hint = اكتب اسم حقل هو نص أو إشارة إلى مدخل، أو قائمة منهما
use-period-hint = اكتب اسم حقل من نوع `date`
use-alias-hint = اكتب اسم حقل من نوع `string` أو `list(string)`
types-listed-hint = اكتب نوعا من الأنواع المذكورة في `docs/site-toml.md`
fields-hint = اكتب أحد الحقول: { $names }
fields-or-declare-hint = اكتب أحد الحقول: { $names }؛ أو عرّفه في `site.toml` تحت `[collections.{ $of }.fields]`: `{ $declaration }`
field-holder-hint = اكتب الحقول فوقه بلا العنوان `{ $heading }`، وعرّفها في `site.toml` تحت `[collections.{ $of }.fields]`
language-by-name-hint = لغة النص في اسم ملفه، كما في `name.fr.md`
write-path-hint = اكتب `collection.field`
plural-none-hint = عرّف صيغه تحت `[plurals]`
field-nowhere-hint = عرّفه في مجموعة بالنوع `list(string)`
keys-hint = اكتب أحد المفاتيح: { $names }
keys-of-site-hint = اكتب أحد المفاتيح: { $names }؛ والقيمة التي تضيفها تُكتب تحت `[extra]`
key-elsewhere-hint = هذا هنا `{ $key }` تحت `[{ $table }]`
key-belongs-hint = اكتب `{ $key }` تحت `[{ $table }]`
table-elsewhere-hint = هذا هنا الجدول `[{ $table }]`
output-elsewhere-hint = المجلد يُذكر في سطر الأوامر: `warraq build --output-dir DIR`

## النصوص بصيغة Markdown

write-ref-hint = اكتب `ref:collection/slug`
address-names-no-entry = لا يدل `{ $address }` على أي مدخل
address-names-no-paragraph = لا يدل `{ $address }` على أي فقرة
write-cite-hint = اكتب `cite:p4` للفقرة 4
heading-id-twice = لعنوانين فرعيين معرّف واحد: `{ $id }`
heading-id-twice-note = الآخر هو `{ $heading }`
heading-id-twice-hint = اكتب معرّفا آخر بين `{"{"}#` و`{"}"}`، أو احذفه
link-without-text = رابط بلا نص
link-without-text-hint = ضع كلمات بين `[` و`]`، فهي ما يُسمع اسما للرابط
link-without-address = رابط بلا عنوان
link-without-address-hint = اكتب العنوان بين `(` و`)`، أو اكتب الكلمات بلا أقواس
comment-open = تعليق لم يُغلق
comment-open-hint = ضع `-->` بعد التعليق، فكل ما يليه داخل فيه
html-in-prose = وسوم HTML في النص
html-in-prose-hint = اكتب بصيغة Markdown، أو اسمح بوسوم HTML بكتابة `html = true` تحت `[markdown]` في `site.toml`
note-spelt-otherwise = توجد `[^{ $name }]` بتشكيل آخر؛ يجب أن يتطابق رسمهما
note-none = لا يوجد سطر يبدأ بـ`[^{ $name }]:`
stray-link = يظهر `{ $address }` كما هو، وليس رابطا
stray-link-mend = اكتب `{ $link }`
stray-link-hint = اكتب `[words]({ $address })` بلا مسافة داخله
columns-differ = عدد الأعمدة في السطر السابق { $above }، وفي هذا السطر { $here }
image-without-description = صورة بلا وصف
image-without-description-hint = اكتب بين `[` و`]` ما تعرضه الصورة، لمن لا يراها؛ أو اكتب بعدها مباشرة `{"{"}decorative{"}"}` إن كانت للزينة لا غير
image-described-and-decorative = صورة لها وصف، وهي موسومة بأنها للزينة
image-described-and-decorative-hint = احذف الوصف من بين `[` و`]`، أو احذف `{"{"}decorative{"}"}`
medium-without-description = مقطع مرئي أو مسموع بلا وصف
medium-without-description-hint = اكتب بين `[` و`]` ما هو، لمن لا يراه أو لا يسمعه
literal-asterisks = تبقى العلامة `**` كما هي ولا تجعل شيئا عريضا
literal-asterisks-hint = ضع مسافة بين `**` والحرف الذي خارجها، أو أخرج علامة الترقيم منها
asterisks-spaced-hint = احذف المسافة التي بين `**` والكلمات التي داخلها
mark-open = تبقى { $open } كما هي، فلا شيء يغلقها في سطرها
mark-open-hint = اكتب { $close } بعد ما تعلمه، وإن كنت تريد العلامة نفسها فاكتب قبلها شرطة مائلة عكسية
asterisks-open = تبقى `**` كما هي، فلا علامة أخرى تغلقها في هذه الفقرة
asterisks-open-hint = اكتب `**` في الطرف الآخر من الكلمات المراد إبرازها، أو احذفها
literal-asterisk = تبقى العلامة `*` كما هي ولا تبرز شيئا
literal-asterisk-hint = ضع مسافة بين `*` والحرف الذي خارجها، أو أخرج علامة الترقيم منها
literal-underscore = تبقى العلامة `_` كما هي ولا تبرز شيئا
literal-underscore-hint = اكتب `*` مكانها، أو ضع مسافة بين `_` والحرف الذي خارجها
first-level-heading = عنوان من الدرجة الأولى داخل النص
first-level-heading-hint = ابدأه بالعلامة `##`، فعنوان الصفحة وحده من الدرجة الأولى
heading-underlined = هذه الشرطات تجعل النص الذي فوقها عنوانا فرعيا
heading-underlined-hint = اترك فوقها سطرا فارغا إن أردت خطا فاصلا؛ وإن أردت عنوانا فاكتب `## ` قبل كلماته بدلا منها
heading-skips = عنوان فرعي من الدرجة { $level } تحت عنوان من الدرجة { $above }
quotation-open = اقتباس لم يُغلق
quotation-open-hint = ضع » بعد كلمته الأخيرة في الفقرة نفسها، فلا يُتحقق منه إلا بذلك
quotation-open-unproven-hint = ضع » بعد كلمته الأخيرة في الفقرة نفسها
phrase-unknown = علامة `{"{"}lang=…{"}"}` بلا عبارة تتبعها أو بلا لغة معروفة
phrase-unknown-hint = اكتب `[words]{"{"}lang=fr{"}"}` في سطر واحد، برمز لغة مثل `fr` أو `en-GB`
note-missing = إشارة إلى حاشية لا وجود لها، فتظهر كما كُتبت
note-missing-hint = اكتب الحاشية في آخر النص بعد العلامة نفسها ونقطتين: `[^label]: …`
note-unused = حاشية لا يشير إليها شيء، فلا تُنشر
note-unused-hint = اكتب علامتها في موضعها من النص: `[^label]`
note-twice = حاشية ثانية بالعلامة نفسها، فلا تُنشر
note-twice-hint = اجعل لها علامة خاصة بها
fence-open = كتلة شفرة لم تُغلق، فكل ما يليها داخل فيها
fence-open-hint = ضع بعد الشفرة سطرا من العلامات نفسها لا يقل عددها عما في أولها
table-unread = جدول سيظهر نصا عاديا
table-unread-hint = اجعل أعمدة سطر الشرطات بعدد رؤوس الجدول، وقبل الجدول سطر فارغ
table-headless-hint = اكتب تحت رؤوسه سطرا من الشرطات مثل `|---|---|`، وقبل الرؤوس سطرا فارغا
component-none = لا يوجد مكوّن باسم `{ $name }`
component-none-hint = عرّفه في قالب بين `{"{%"} component { $name }() {"%}"}` و`{"{%"} endcomponent { $name } {"%}"}`؛ وإن كان المقصود نصا فاكتب `\` قبل النقطتين
component-of-page = يطلب المكوّن `{ $name }` القيمة `{ $argument }`، ولا يصل إليه من المتن إلا وسائطه
component-of-page-hint = احذف `{ $argument }` من المكوّن، أو اجعل ما يحتاج إليه وسيطا
component-without-body = لا يطبع المكوّن `{ $name }` ما بداخله، فيضيع ما كُتب فيه
component-without-body-hint = اكتب `{"{{"} body {"}}"}` في المكوّن، أو احذف النص
argument-unread = ليس `{ $word }` وسيطا
argument-unread-hint = اكتب الوسائط هكذا: `name="value"`، وبينها مسافات
argument-other-marks = تأتي قيمة الوسيط بعد `=` وبين `"` و`"`
argument-comma = لا تفصل `{ $word }` بين الوسائط، وإنما تفصل بينها المسافة
argument-twice = أُعطي الوسيط مرتين، وهذه الثانية: `{ $word }`
arguments-open = القوس المعقوف قبل الوسائط لم يُغلق
arguments-open-hint = ضع `{ $closing }` بعد آخر وسيط في السطر نفسه
block-more = وُضع `{ $words }` في موضع وسائط المكوّن، وهي بين قوسين معقوفين
block-more-hint = اكتب `{"{"}name="value"{"}"}` هناك، أو ضع النص في الأسطر التالية. وإن كان المقصود نصا فاكتب `\` قبل النقطتين
call-near = هذا نص عادي، ويشبه استدعاء `{ $name }`
call-near-hint = ابدأه هكذا: `{ $right }`. وإن كان المقصود نصا فاكتب `\` قبل النقطتين
call-unclosed = ما يبدأ بـ`{ $call }` لا ينتهي
call-unclosed-hint = ضع `]` بعد نصه في الفقرة نفسها، لا داخل خط غليظ أو رابط لم يبدأ فيه. وإن كان المقصود نصا فاكتب `\` قبل النقطتين
component-argument-unknown = لا يأخذ المكوّن `{ $name }` وسيطا باسم `{ $argument }`
argument-unknown-hint = وسائطه: { $names }
argument-none-hint = لا وسائط له: احذفه
argument-missing = يحتاج المكوّن `{ $name }` إلى الوسيط `{ $argument }`
argument-missing-hint = اكتب `{ $example }` بين قوسين معقوفين بعد الاسم
argument-of-another-type = يجب أن يكون نوع `{ $argument }` هو `{ $kind }`
argument-not-in-prose-hint = لا يعطي المتن قيمة للوسيط `{ $argument }`: احذف نوعه من المكوّن، أو اجعل له قيمة مبدئية هناك
value-collection-none = لا توجد مجموعة باسم `{ $name }`
value-entry-none = لا يوجد مدخل باسم `{ $id }`
value-names-hint = الموجود: { $names }
value-option-none = لا خيار باسم `{ $name }` في `{ $value }`
value-option-unread = لا تصلح `{ $value }` قيمة للخيار `{ $name }`
condition-unread = ليس `{ $condition }` شرطا
condition-unread-hint = اكتب اسم الحقل وقيمته: `where="field=value"`
condition-field-none = لا يوجد في مداخل `{ $collection }` حقل باسم `{ $name }`
condition-never = لا يمكن أن تكون القيمة `{ $value }` في الحقل `{ $name }` من أي مدخل، فيكون العدد صفرا دائما
condition-number-hint = اكتب عددا صحيحا بالأرقام من 0 إلى 9
condition-truth-hint = اكتب `true` أو `false`
condition-day-hint = اكتب يوما مثل 2025-11-24
condition-on-prose = لا تُعد المداخل بالحقل `{ $name }`: ليست فيه كلمة واحدة تُقارن
condition-on-prose-hint = سمّ حقلا فيه نص قصير أو عدد أو يوم أو خيار أو إشارة إلى مدخل، أو قائمة من ذلك
count-option-of-words = لا يفيد `{ $name }` إلا في عدد يُكتب بالكلمات، وهذا مكتوب بالأرقام
count-option-of-words-hint = اكتب `words` قبل `{ $name }`، أو احذف `{ $name }`
count-without-words = لا يُكتب العدد `{ $count }` بالكلمات في اللغة `{ $tag }`
count-without-words-hint = احذف `words`: تُكتب الأعداد بالكلمات في العربية وحدها، ولما دون المليون
count-plural-none = لا توجد صيغ جمع باسم `{ $name }`
count-plural-hint = اكتب صيغه تحت `[plurals]` في `site.toml` باسم `{ $name }`
date-unread = ليس `{ $subject }` حقلا من حقول مدخل
date-unread-hint = اكتب المدخل والحقل الذي فيه اليوم: `collection/slug.field`
date-of-no-date = لا يوجد يوم في `{ $subject }`
value-out-of-prose = لا تصح قيمة من الموقع في نص صورة ولا في عنوان صورة أو رابط
value-out-of-prose-hint = اكتب النص دون ذلك، أو انقله إلى ما حوله من كلام
call-out-of-prose = لا يُستدعى المكوّن `{ $name }` في نص صورة ولا في عنوان صورة أو رابط
while-calling = حين يستدعيه { $page }
block-unopened = لا توجد كتلة تنتهي هنا
block-unopened-hint = احذف السطر، أو ابدأ كتلة فوقه في بند القائمة أو الاقتباس نفسه: `::: name`؛ وإن كان المقصود نصا فاكتب `\` قبل النقطتين
block-unclosed = هذه الكتلة لا تنتهي
block-unclosed-hint = اكتب `:::` في سطر بعد نصها، في بند القائمة أو الاقتباس نفسه
language-unknown = لا توجد لغة برمجة باسم `{ $language }` تُلوَّن الشفرة بقواعدها
language-near-hint = اكتب `{ $near }` بدل `{ $language }`
language-unknown-hint = اكتب `plain_languages = ["{ $language }"]` تحت `[markdown]` في `site.toml`، أو `text` هنا: شفرة بلا ألوان
fence-elsewhere = إعدادات كتلة الشفرة مكتوبة كما يكتبها مولد مواقع آخر
fence-setting-unknown = لا يوجد إعداد لكتل الشفرة باسم `{ $name }`
fence-setting-hint = احذفه؛ والإعدادات هي { $settings }
fence-lines = يسمّي `{ $word }` أسطرا بأرقامها، بدءا من 1
fence-lines-hint = اكتب مثلا `{ $example }`
fence-flag = لا يُعرف من `{ $word }` أمطلوب هو أم لا
fence-flag-hint = اكتب `{ $name }` وحده، أو `{ $name }=false`
foreign-markup = علامات برنامج آخر ستظهر كما هي
foreign-markup-hint = اكتب بصيغة Markdown، أو ضعها بين ` و` إن كانت لتُقرأ كما هي
foreign-markup-meant-hint = اكتب `{ $words }`، أو ضع المكتوب هنا بين ` و` إن كان ليُقرأ كما هو
foreign-block-hint = اكتب `:::` ثم اسم مكوّن، حروفا لاتينية وأرقاما و`_`؛ أو ضع السطر بين علامتين من علامات الشفرة
list-mark-unread = لا يبدأ `{ $mark }` بندا في قائمة عند Markdown، فتتصل السطور
heading-without-space = لا يبدأ هنا عنوان فرعي: تنقص مسافة عادية بعد علاماته
heading-without-space-hint = اكتب `{ $words }`؛ وإن كان المقصود نصا فاكتب `\` قبله
alert-unknown = ليس `{ $words }` بداية تنبيه

## المداخل وما تشير إليه

path-field-none = لا يوجد حقل باسم `{ $name }` في `{ $path }`
fields-there-hint = اكتب أحد الحقول هناك: { $names }
path-refers-elsewhere = لا يشير `{ $path }` إلى `{ $name }`
path-refers-elsewhere-hint = اختم المسار بحقل من نوع `ref({ $name })`
entry-none = لا يوجد مدخل باسم `{ $name }`
entry-none-hint = أضفه إلى `{ $collection }`، أو أشر إلى مدخل موجود
entry-by-translated-slug-hint = هذا عنوانه (slug) بلغة `{ $tag }`؛ اكتب اسم المدخل `{ $name }`
entry-by-title-hint = هذا عنوان صفحة؛ اكتب اسم المدخل `{ $name }`
entry-by-address-hint = هذا رابط الصفحة؛ اكتب اسم المدخل `{ $name }`
entry-none-others = { $count ->
    [one] وتؤدي إليه إشارة أخرى: { $places }
    [two] وتؤدي إليه إشارتان أخريان: { $places }
    [few] وتؤدي إليه { $count } إشارات أخرى، أولها: { $places }
    [many] وتؤدي إليه { $count } إشارة أخرى، أولها: { $places }
   *[other] وتؤدي إليه { $count } إشارة أخرى، أولها: { $places }
}
entry-misnamed = ليس `{ $path }` مدخلا: تنتهي أسماء ملفات المداخل بـ`.md` أو `.toml`
entry-misnamed-hint = غيّر اسم الملف إلى `{ $right }`
entry-name-hint = اكتب `collection/slug`
entry-draft-note = الملف `{ $path }` مسودة
entry-draft-hint = ابنِ الموقع بالخيار `--drafts`، أو احذف منه `draft = true`
entry-scheduled-note = موعد نشر الملف `{ $path }` هو { $day }
entry-scheduled-hint = أضف الرابط إليه في ذلك اليوم أو بعده، أو غيّر قيمة `publish` فيه
entry-expired-note = انتهت مدة نشر الملف `{ $path }` يوم { $day }
entry-expired-hint = احذف الرابط إليه، أو غيّر قيمة `expires` فيه
entry-twice = مدخلان باسم واحد: `{ $name }`
entry-twice-note = الآخر هو `{ $path }`
entry-twice-hint = اختر لأحدهما اسما آخر في العنوان (slug)
entry-twice-in-own-hint = كلاهما بلغة الموقع `{ $tag }`: أبق واحدا منهما، أو سم في اسم الملف لغة أخرى
entry-without-page = ليس للمدخل `{ $name }` صفحة
menu-to-unpublished-hint = سمّ مدخلا له صفحة
redirect-to-unpublished-hint = حوّله إلى مدخل له صفحة
kept-unpublished-hint = سمّ مدخلا له صفحة
paginate-without-page-hint = اجعل `index` مدخلا له صفحة
entry-address-hint = اكتب عنوانا مثل `/books/bukhala/`
entries-miscounted = عدد المداخل في `{ $name }` هو { $found }، والمطلوب { $expected }
entries-miscounted-in = عدد مداخل `{ $name }` باللغة `{ $tag }` هو { $found }، والمطلوب { $expected }
entries-miscounted-in-hint = تنقص ترجمة أو تزيد؛ وإلا فغيّر `expect`
entries-miscounted-hint = ينقص مدخل أو يزيد؛ وإلا فغيّر `expect`
backrefs-miscounted = العدد في `{ $list }` للمدخل `{ $name }` هو { $found }، والمطلوب { $expected }
backrefs-miscounted-note = العدد المطلوب مكتوب في الحقل `{ $field }`
backrefs-miscounted-hint = تنقص إشارة أو تزيد؛ وإلا فغيّر العدد
tag-twice = وسمان باسم واحد: `{ $words }`
tag-twice-hint = سمّ أحدهما باسم آخر، أو اجعل لهما ملفا واحدا
tag-slug-twice = لوسمين اسم واحد في العنوان (slug): `{ $slug }`
tag-slug-twice-note = الآخر في `{ $path }`
tag-slug-twice-hint = اكتب لهذا الوسم ملفا في `{ $folder }`، فيه `title` و`slug` خاصان به
tag-otherwise = كُتب الوسم `{ $tag }` على وجه آخر: `{ $words }`
tag-otherwise-note = كُتب `{ $tag }` في `{ $path }`
tag-otherwise-hint = اكتب `{ $tag }`، أو عرّف الوسم بملف في `{ $folder }` فيه العنوان الذي تريده
tag-without-hamza = لا يختلف الوسم `{ $words }` عن `{ $tag }` إلا بهمزة، وله صفحة وحده
tag-ambiguous = قد يُقصد بالكلمات `{ $words }` الوسم { $tags }
tag-ambiguous-hint = اكتبه كما هو في ملفه، في `title` أو `aliases`
either = { $one } أو { $other }
tag-wordless = ليس `{ $words }` وسما
tag-wordless-hint = اكتب الموضوع في كلمة أو بضع كلمات

body-unshown = لا تعرض صفحة المدخل هذا النص: لا يطبع القالب `{ $template }` قيمة `page.content` في أي موضع
body-unshown-hint = اكتب `{"{{"} page.content {"}}"}` في `{ $template }` حيث موضع النص، أو احذف النص
body-unlisted = هذا النص لا تعرضه أي صفحة: ليس لمداخل `{ $collection }` صفحات، ولا قائمة تطبع `content` أو `summary` منها
body-unlisted-hint = اكتب `{"{{"} entry.content {"}}"}` في قالب يسرد `{ $collection }`، أو أعط المجموعة عنوانا في `url` وقالبا في `template`، أو احذف النص
body-unshown-note = { $more ->
    [one] وكذلك مدخل آخر
    [two] وكذلك مدخلان آخران
    [few] وكذلك { $more } مداخل أخرى
    [many] وكذلك { $more } مدخلا آخر
   *[other] وكذلك { $more } مدخل آخر
}
address-needs-field = يحتاج العنوان إلى الحقل `{ $field }`، وهو غائب
address-needs-field-note = نمط العناوين في مجموعته هو `{ $pattern }`
address-needs-field-hint = اكتب الحقل، أو عنوانا للمدخل وحده: `url = "/…/"`، أو احذف `{"{"}{ $field }…{"}"}` من النمط
link-to-file-hint = اكتب `ref:{ $name }`، فهو يؤدي إلى الصفحة التي يصنعها الملف

## ما يقوله site.toml

key-mistyped = القيمة في `{ $key }` من نوع آخر؛ المطلوب { $expected }
key-mistyped-hint = ضع مكانها ما هو مطلوب: { $expected }
key-empty = المفتاح `{ $key }` فارغ
key-missing = ينقص المفتاح `{ $key }` في `[{ $table }]`
key-unknown = المفتاح `{ $key }` غير معروف في `site.toml`
key-unknown-in-table = المفتاح `{ $key }` غير معروف في `[{ $table }]`
table-expected = ليس `{ $name }` جدولا
table-expected-hint = ابدأه بالسطر `[{ $name }]`
table-named-hint = سمّه: ابدأه بالسطر `[{ $name }.main]`
tables-expected = ليس `{ $name }` قائمة جداول
tables-expected-hint = ابدأ كل جدول منها بالسطر `[[{ $name }]]`
item-not-a-table = في `{ $name }` عنصر ليس جدولا
number-between-hint = اكتب عددا من { $least } إلى { $most }
number-too-small = لا يصح أن تكون قيمة `{ $key }` هي { $number }
number-too-small-hint = اكتب عددا لا يقل عن { $least }
name-unknown-here = القيمة `{ $name }` غير معروفة هنا
field-unfit = لا يصلح الحقل `{ $name }` هنا
field-none = لا يوجد في `{ $of }` حقل باسم `{ $name }`
site-table-none = لا يوجد الجدول `[site]`
site-table-none-hint = ابدأ `site.toml` بالسطر `[site]` ثم `title` و`base_url` و`language`
site-title-hint = اكتب `title = "…"`، وهو اسم الموقع
site-base-url-hint = اكتب `base_url = "https://…/"`، وهو العنوان الذي يُنشر عليه الموقع
site-language-hint = اكتب `language = "ar-MA"`، أو رمز لغة أخرى
language-wrong = ليس `{ $tag }` رمز لغة مثل `ar-MA`
language-unusable = لا يمكن استعمال اللغة `{ $tag }`: { $error }
link-style-wrong = ليس `{ $name }` شكلا من أشكال الروابط
link-style-wrong-hint = اكتب `"file"` (تنتهي الروابط بـ`index.html`) أو `"clean"` (تنتهي بـ`/`)
language-wrong-hint = اكتب رمز لغة، مثل `ar-MA` أو `fr`
latin-wrong = ليس `{ $name }` رمز لغة مثل `en`
latin-wrong-hint = اكتب رمز لغة، مثل `fr`، وهو لغة الكلمات اللاتينية في نصوصك
base-url-wrong = لا يصلح `{ $url }` عنوانا للموقع: { $why }
base-url-wrong-hint = اكتب عنوان الصفحة الأولى من الموقع، مثل `https://example.org/`
url-without-scheme = لا يبدأ بـ`https://`
url-without-host = ليس فيه اسم مضيف
url-with-backslash = فيه `\`
url-with-space = فيه مسافة
url-with-control = فيه محرف تحكم
url-with-strokes = فيه شرطتان مائلتان متتاليتان `//`
url-host-wrong = لا يوجد مضيف بهذا الاسم
url-with-password = فيه اسم مستخدم أو كلمة سر
url-with-query = فيه استعلام `?…`
url-with-fragment = فيه جزء `#…`
collection-reserved = لا يجوز أن تُسمى مجموعة باسم `{ $name }`
collection-reserved-hint = تستعمل القوالب هذا الاسم لشيء آخر؛ اختر غيره
fields-not-a-table = الحقول ليست جدولا
fields-not-a-table-hint = اكتب لكل حقل `field = "type"`
type-not-a-string = نوع الحقل ليس نصا
type-not-a-string-hint = اكتب النوع بين علامتي تنصيص، مثل `"list(string)?"`
placeholder-unknown = لا معنى للاسم `{ $name }` في `{ $pattern }`
placeholder-names-hint = اكتب بين القوسين المعقوفين أحد هذه: { $names }
placeholder-open = في `{ $pattern }` قوس `{"{"}` فُتح ولم يُغلق
placeholder-braces = في `{ $pattern }` اسم بلا قوسين
addresses-same = العنوان `{ $pattern }` واحد لمداخل عددها { $count }
addresses-shared = لا شيء في `{ $pattern }` يميز مدخلا من غيره؛ { $count ->
    [one] مدخل واحد له عنوان صفحة أخرى
    [two] مدخلان يشتركان في عنوانهما مع غيرهما
    [few] { $count } مداخل تشترك في عناوينها مع غيرها
    [many] { $count } مدخلا تشترك في عناوينها مع غيرها
   *[other] { $count } مدخل تشترك في عناوينها مع غيرها
}
placeholder-unknown-hint = اكتب نمطا مثل `/books/{"{"}slug{"}"}/`
collection-url-hint = اكتب `url = "/…/{"{"}slug{"}"}/"`، أو `url = false` إن لم تكن لها صفحات
url-and-anchor = للمجموعة إما `url` وإما `anchor`
url-and-anchor-hint = ليس للمدخل ذي `anchor` صفحة؛ اكتب `url = false`
backref-from-hint = اكتب `from = "collection.field"`، وهو موضع الإشارات
republish-unknown = ليس `{ $name }` طريقة من طرق إعادة النشر
republish-unknown-hint = اكتب `"full"` أو `"excerpts"`
record-in-itself = السجل `{ $name }` يحوي نفسه
record-in-itself-hint = استعمل مكانه إشارة إلى مدخل
folder-shared = للمجموعتين `{ $other }` و`{ $name }` مجلد واحد
folder-shared-hint = اجعل لإحداهما مجلدا آخر في `folder`
two-sources = المجموعتان `{ $other }` و`{ $name }` كلتاهما للمصادر
two-sources-hint = اجعل المصادر في مجموعة واحدة، ولها أن تضم عدة مداخل
field-too-large = في `{ $name }` ما يزيد على { $most } من الحقول، أو سجلات بعضها داخل بعض أعمق من { $depth }
field-too-large-hint = عرّف سجلات يقل تداخلها، أو اجعلها مدخلا مستقلا وأشر إليه
field-reserved = لا يجوز أن يُسمى حقل باسم `{ $name }`
field-reserved-hint = لكل مدخل شيء بهذا الاسم؛ اختر غيره
field-and-backref = الاسم `{ $name }` لحقل ولإشارات راجعة معا
field-and-backref-hint = سمّ أحدهما باسم آخر
field-without-paragraphs = ليس في الحقل `{ $name }` فقرات
field-without-paragraphs-hint = عرّفه قائمة سجلات، في كل منها رقم ونص
field-of-another-kind = نوع الحقل `{ $name }` غير مناسب؛ المطلوب { $expected }
field-of-another-kind-hint = عرّفه كذلك في `[records]`
budget-wrong = لا يصلح `{ $number }` حدا لحجم الصفحة
budget-wrong-hint = اكتب عدد الكيلوبايتات (الواحد 1,000 بايت)، مثل 85
host-wrong = ليس `{ $name }` اسم مضيف
host-wrong-hint = اكتب اسمه وحده، مثل `tiles.example.org`
term-write-hint = اكتب `write = "…"`، وهو الرسم الذي يستعمله الموقع
term-instead-hint = اكتب `instead_of = ["…"]`، وهي صور الكتابة التي لا يستعملها
term-instead-of-itself = لا يُكتب `{ $name }` بدلا من نفسه ولا من لا شيء
term-instead-of-itself-hint = اذكر رسما لا يستعمله الموقع
spelling-none = لم يُذكر الرسم الصحيح لكلمة `{ $name }`
spelling-none-hint = اكتب `"الخطأ" = "الصواب"`
follow-empty = المسار الفارغ لا يدل على مجلد
follow-empty-hint = اكتب `follow = ["../media"]`، وهي مجلدات خارج الموقع تُكتب ابتداء من جذره
content-updated-wrong = ليس `{ $name }` مما تؤخذ منه أيام التعديل
content-updated-hint = اكتب `updated = "git"`، أو احذف السطر
history-none = لا يعرف git متى عُدّلت الملفات: { $error }
history-none-hint = ابن الموقع حيث يوجد git ومستودعه، أو احذف `updated`
history-shallow = ليس عند git إلا أحدث الإيداعات، فلا يعرف متى عُدّلت الملفات الأقدم
history-shallow-hint = اجلبها كلها: `git fetch --unshallow`، أو `fetch-depth: 0` في إعدادات البناء
export-path-hint = اكتب `path = "/data/….csv"` أو `"/data/….json"`
export-kind-hint = اكتب `collections = […]` لملف JSON، أو `rows` و`columns` لملف CSV
export-of-two-kinds = ملف البيانات إما JSON وإما CSV
export-columns-none = ملف CSV بلا أعمدة
export-columns-none-hint = اكتب `columns = [{"{"} name = "…", value = "field" {"}"}]`
export-column-hint = اكتب `{"{"} name = "…", value = "field" {"}"}`
export-address-hint = اكتب مسارا مثل `/data/books.csv`
field-of-records-none = لا يوجد في `{ $of }` حقل سجلات باسم `{ $name }`
field-of-records-none-hint = خذ المداخل صفوفا، أو السجلات في أحد حقولها
seconds-wrong = لا يصلح `{ $number }` عددا للثواني في `{ $key }`
days-wrong = لا يصلح `{ $number }` عددا للأيام في `{ $key }`
feed-date-hint = اكتب `date = "…"`، وهو الحقل الذي فيه تاريخ المدخل
feed-limit-wrong = لا يصلح { $number } عددا لمداخل الخلاصة
feed-without-pages = الخلاصة قائمة صفحات، وليس لهذه المداخل صفحات
feed-without-pages-hint = اجعل للمداخل صفحات بكتابة `url = "/…/{"{"}slug{"}"}/"`، أو احذف الخلاصة
feed-address-hint = اكتب مسارا مثل `/news/feed`، فيضاف إليه `.atom` و`.json`
feed-name-hint = اكتب كلمة مثل `feed`، فيضاف إليها `.atom` و`.json`، وتأتي بعد عنوان صفحة كل وسم
forbid-text-hint = اكتب `text = ["…"]`، وهي الكلمات التي لا يجوز أن تظهر في أي صفحة
limit-wrong = لا يصلح `{ $number }` حدا
megabytes-between-hint = اكتب عدد الميغابايتات، من { $least } إلى { $most }
seconds-between-hint = اكتب عدد الثواني، من { $least } إلى { $most }
menu-label-hint = اكتب `label = "…"`، وهو نص الرابط
menu-target-hint = اكتب إما `ref = "collection/slug"` وإما `url = "…"`
menu-target-twice = عنصر قائمة التصفح يؤدي إلى موضعين
font-families-hint = اكتب `[fonts.families.text]` ومعه `family` و`licence` و`faces`
font-role-wrong = لا يصلح `{ $name }` اسما لدور خط
font-role-wrong-hint = اكتب حروفا لاتينية صغيرة وأرقاما وشرطات، مثل `text`
font-family-twice = عائلتان من الخطوط باسم واحد: `{ $name }`
font-family-twice-hint = ضع الخطوط كلها في `{ $role }`، أو اختر اسما آخر
font-family-hint = اكتب `family = "…"`، وهو الاسم الذي تستعمله ملفات الأنماط
font-licence-hint = اكتب `licence = "fonts/OFL.txt"`، وهو نص الرخصة التي تتيح لك نشر الخط
font-faces-hint = اكتب `faces = [{"{"} file = "fonts/….ttf", weight = 400 {"}"}]`
font-name-wrong = لا يصلح `{ $name }` اسما لخط
font-name-wrong-hint = اكتب الاسم كما هو في ملفات الأنماط، بلا علامات تنصيص داخله
font-file-hint = اكتب `file = "fonts/….ttf"`، وهو مسار داخل `templates/assets/`
font-weight-wrong = ليس `{ $number }` وزنا لخط
font-weight-wrong-hint = اكتب عددا من 1 إلى 1000؛ العادي 400 والعريض 700
font-style-wrong = ليس `{ $name }` شكلا لخط
font-style-wrong-hint = اكتب `normal` أو `italic`
characters-wrong = ليس `{ $name }` اسم كتابة ولا نطاق محارف
characters-wrong-hint = اكتب واحدا من { $names }، أو نطاقا مثل `U+2190-21FF`
offline-page-hint = اكتب اسم مدخل مع مجموعته، أو عنوانا في الموقع مثل `/terms/`
offline-limit-wrong = لا يصلح { $number } عددا للصفحات المحفوظة
address-of-another-site = العنوان `{ $address }` ليس من هذا الموقع
redirect-hint = اكتب `"/old/address/" = "collection/slug"` أو `"/an/address/"` أو `"https://…"`
redirect-to-no-string = ما يؤدي إليه `{ $address }` ليس نصا
related-number-wrong = لا يصلح { $number } عددا للمداخل ذات الصلة بصفحة
paginate-number-wrong = لا يصلح { $number } عددا لمداخل صفحة من قائمة
paginate-by-hint = اكتب `by = 20`، وهو عدد المداخل في الصفحة
paginate-path-wrong = لا يصلح `{ $name }` اسما في العنوان (slug)
paginate-path-wrong-hint = اكتب كلمة مثل `page`، فهي تقع في العناوين قبل الرقم
paginate-index-none = ليس للمجموعة `{ $name }` صفحة تعرض قائمتها
paginate-index-none-hint = اكتب `index = "…"`، وهو المدخل الذي تعرض صفحته القائمة
paginate-twice = المجموعتان `{ $other }` و`{ $name }` موزعتان معا على صفحات `{ $index }`
paginate-twice-hint = لا توزَّع على الصفحات إلا قائمة واحدة؛ احذف `paginate` من إحداهما، أو اجعل لها `index` آخر
paginate-list-unknown = ليست في `{ $of }` إشارات راجعة باسم `{ $name }`
paginate-list-unknown-hint = اكتب في `list` اسم واحدة من `backrefs`
tags-and-collection = الاسم `{ $name }` مكرر بين المجموعات والوسوم والأرشيفات
tags-and-collection-hint = سمّ إحداهما باسم آخر
archive-from-hint = اكتب `from = "{ $path }"`، أي المجموعة ثم حقل من حقولها نوعه `date`
archive-by-unknown = لا أرشيف بحسب `{ $name }`
archive-by-unknown-hint = اكتب `by = "year"` أو `by = "month"`
archive-template-hint = اكتب `template = "…"`، وهو قالب صفحة السنة أو الشهر
archive-path-wrong = ليس في `{ $path }` اسم حقل
tags-template-hint = اكتب `template = "…"`: قالب صفحة الوسم
tags-field-taken = لا يجوز أن يُسمى حقل من حقول الوسوم باسم `{ $name }`
tags-field-taken-hint = لكل وسم شيء بهذا الاسم؛ اختر غيره، أو احذفه
tags-field-required = قد لا يكون للوسم ملف، والحقل `{ $name }` مطلوب
tags-field-required-hint = ضع `?` بعد نوعه
card-template-hint = اكتب `template = "card.svg"`، وهو قالب بطاقة كل صفحة
icon-source-hint = اكتب `source = "root/favicon.svg"`، وهو مسار داخل `templates/assets/`
colour-wrong = ليس `{ $name }` لونا
colour-wrong-hint = اكتب ستة أرقام مثل `#faf6ee`
header-for-hint = اكتب `for = "everything"` أو `"pages"` أو `"fingerprinted"` أو عنوانا مثل `"/data/*"`
header-values-hint = اكتب `values = {"{"} Name = "value" {"}"}`؛ والقيمة `""` تحذف الترويسة
header-star-inside = العلامة `*` في وسط `{ $address }`
header-address-hint = اكتب العنوان كما يُقرأ، مثل `/data/facts.json`، أو ما تبدأ به عدة عناوين: `/data/*`
header-scope-unknown = لا يدل `{ $name }` على أي ملفات
header-scope-unknown-hint = اكتب واحدا من { $names }، أو عنوانا مثل `/data/*`
header-name-wrong = ليس `{ $name }` ترويسة يمكن أن تضبطها قاعدة
header-name-hint = اكتب اسما من حروف لاتينية وأرقام وشرطات، مثل `Referrer-Policy`
header-decided-hint = احذفها، فهي تُعرف من الملف ومن طريقة إرساله
header-value-wrong = قيمة `{ $name }` لا تصلح لأي ترويسة
header-value-wrong-hint = اكتبها في سطر واحد بحروف لاتينية وأرقام وعلامات، بلا مسافات حولها
plural-form-unknown = ليس `{ $name }` من صيغ العدد في اللغة { $language }
plural-forms-missing = تنقص صيغ العدد `{ $name }` هذه: { $missing }
plural-forms-hint = صيغ هذه اللغة هي { $names }؛ اكتب `{"{"}n{"}"}` في موضع العدد
plural-place-unknown = لا شيء يحل محل `{ $name }`: مكان العدد `{"{"}n{"}"}`
plural-none = لا توجد صيغ عدد باسم `{ $name }`
template-text-mistyped = ليس `{ $key }` نصا ولا صيغ نص
theme-key-unknown = لا يعرّف `templates/theme.toml` المفتاح `{ $key }`
template-text-mistyped-hint = اكتب نصا، أو جدولا بصيغه
template-text-of-other-kind = يحتاج `{ $key }` إلى { $expected }
template-text-of-other-kind-hint = اكتبه كما يعرّفه `templates/theme.toml`
template-text-plain = نص
template-text-counted = صيغه بحسب العدد
template-text-gendered = نص للمذكر ونص للمؤنث
template-text-gendered-and-counted = صيغ العدد للمذكر وللمؤنث
template-text-takes-none = لا يُعطى شيئا
template-text-without-argument = لا يُعطى النص `{ $key }` الوسيط `{ $name }`
template-text-argument-reserved = في النص `{ $key }` الاسم `{ $name }` بين قوسين، وهو وسيط للدالة `text` نفسها
template-text-argument-reserved-hint = اختر اسما آخر
gender-unknown = ليس `{ $name }` جنسا
genders-missing = تنقص النص `{ $key }` هذه الصيغ: { $missing }
genders-missing-hint = للنص بحسب الجنس صيغتان: `masculine` و`feminine`
search-texts-missing = ليس لحقل البحث كلمات من أجل { $names }
search-texts-missing-hint = اكتبها تحت `[{ $table }]`، فورّاق لا يعرفها إلا بالعربية والفرنسية والإنجليزية
search-label-hint = اكتب `label = "…"`، وهو ما يعلو نتائجها
search-collections-hint = اكتب `collections = ["…"]`، وهي المجموعات التي تدخل صفحاتها فيها
field-nowhere = لا يوجد حقل باسم `{ $name }` في أي مجموعة
alias-without-names = ليس في الحقل `{ $name }` أسماء
search-groups-share = المجموعة `{ $name }` مذكورة في قسمين من `[search]`
search-groups-share-hint = احذفها من `{ $first }` أو من `{ $second }`
synonyms-wrong = مرادفات `{ $name }` ليست قائمة من النصوص
synonyms-wrong-hint = اكتب `["…", "…"]`
deploy-to-hint = اكتب `to = "s3"` أو `"rsync"` أو `"git"` أو `"fs"`، وهو طريقة نقل الملفات
deploy-encoding-unfit = لا يخبر عن ترميز ملف محفوظ مضغوطا إلا مخازن الكائنات
deploy-encoding-unfit-hint = اكتب `precompressed = ["br", "gzip"]` للخوادم التي تختار بينها، أو احذفه
deploy-endpoint-wrong = ليس `{ $url }` عنوان خدمة
deploy-endpoint-hint = اكتب `endpoint = "https://s3.eu-west-3.amazonaws.com"`، وهو عنوان الخدمة
deploy-bucket-hint = اكتب `bucket = "…"`
deploy-machine-hint = اكتب `machine = "user@host"`، كما تكتبه لبرنامج `ssh`
deploy-folder-hint = اكتب `folder = "/srv/site"`، وهو المجلد الذي ستحفظ فيه الإصدارات هناك
deploy-remote-hint = اكتب `remote = "git@…"`، وهو المستودع كما تكتبه لبرنامج `git`
deploy-branch-hint = اكتب `branch = "gh-pages"`، وهو فرع لا شيء فيه غير الموقع
deploy-path-hint = اكتب `path = "/mnt/site"`، وهو المجلد

## الإحالات ومصادرها

source-none = لا يوجد مصدر باسم `{ $name }`
source-none-hint = سمّ المصدر بالاسم الذي في عنوانه (slug)
source-unnamed = لا تذكر الإحالة مصدرها
source-unnamed-hint = في الموقع عدة مصادر؛ اكتب `source = "slug"`، أو `cite:slug/p4` في النص؛ أو اذكر في `site.toml` المصدر المقصود حين لا يسمى مصدر: `main = "slug"`
source-meant-note = من المصدر `{ $name }`
source-against-itself = أحيل إلى `{ $name }` خلافا لنفسه
source-against-itself-hint = ضع في `against` ما يقوله مصدر آخر: `source = "slug"`
source-none-at-all = ليس في الموقع مصدر يُحال إليه
source-none-at-all-hint = أضف إلى مجموعة في `site.toml` الجدول `[collections.NAME.source]`
source-without-list = ليس في المصدر قائمة باسم `{ $name }`
source-without-list-hint = عرّف حقلا بهذا الاسم: قائمة سجلات، في كل منها رقم ونص
paragraph-none = لا توجد فقرة برقم { $number }
paragraph-none-hint = الفقرات هي: { $numbers }
paragraph-twice = فقرتان برقم واحد: { $number }
paragraph-twice-hint = رقّم الفقرات على ترتيبها
quotation-altered = لا ترد عبارة `{ $words }` في الفقرة { $number }
quotation-altered-hint = اكتب `{ $words }` كما في المصدر حرفا بحرف
quotation-closest-note = أقرب كلمات الفقرة إليها: `{ $words }`
quotation-elsewhere-hint = أحل إلى { $count ->
    [one] الفقرة
   *[other] إحدى الفقرات
} { $numbers }، ففيها ترد العبارة
quotation-uncited = اقتُبست عبارة `{ $words }` بلا إحالة
quotation-uncited-hint = أتبعها، في الفقرة نفسها أو عنصر القائمة نفسه، بالرابط `{ $link }`؛ فالعلامتان « » للاقتباس وحده
segments-out-of-order-note = ترد فيها، لكن قبل المقطع المقتبس قبلها
segments-out-of-order-hint = اقتبس المقاطع على ترتيب ورودها
quotation-elsewhere-note = { $count ->
    [one] ترد في الفقرة { $numbers }
    [two] ترد في الفقرتين { $numbers }
   *[other] ترد في الفقرات { $numbers }
}
quotation-in-source-note = ترد في الفقرة { $number } من `{ $source }`
quotation-in-source-hint = أحل إلى ذلك المصدر: `source = "{ $source }", p = { $number }`، أو `cite:{ $source }/p{ $number }` في النص
quotation-nowhere-note = لا ترد في أي فقرة
quotation-nowhere-hint = اقتبس كلمات ترد في المصدر حرفا بحرف
quotation-elided-note = جزءا العبارة يردان في الفقرة، لا النقاط التي بينهما
quotation-elided-hint = اقتبس كل جزء وحده: `{ $in_field }` في قائمة الحقل، و`{ $in_text }` في النص
quotation-closest-elsewhere-note = لا ترد في أي فقرة؛ وأقرب الكلمات إليها في الفقرة { $number }: `{ $words }`
quotation-closest-in-source-note = لا ترد في أي فقرة؛ وأقرب الكلمات إليها في الفقرة { $number } من `{ $source }`: `{ $words }`
quotation-closest-elsewhere-hint = اقتبس حرفا بحرف، وأحل إلى الفقرة التي ترد فيها الكلمات

## ما يتشابه في النظر

differs-at = يختلفان عند الحرف رقم { $position }: كُتب { $written } مكان { $meant }
differs-by-extra = يختلفان عند الحرف رقم { $position }: فيه زيادة هي { $extra }
differs-by-lack = يختلفان عند الحرف رقم { $position }: ينقص { $lacking }
character-seen = `{ $character }` (وهو { $code }، { $name })
character-unnamed = `{ $character }` (وهو { $code })
character-unseen = { $code } ({ $name })
name-space = مسافة
name-no-break-space = مسافة لا ينكسر السطر عندها
name-soft-hyphen = شرطة لا تُرى إلا في آخر السطر
name-zero-width-space = مسافة لا عرض لها ولا تُرى
name-zero-width-non-joiner = فاصل لا يُرى بين حرفين
name-zero-width-joiner = واصل لا يُرى بين حرفين
name-byte-order-mark = علامة ترتيب لا تُرى
name-direction-mark = علامة اتجاه لا تُرى
name-tatweel = تطويل
name-vowel-sign = حركة
name-combining-hamza = همزة أو مدة مكتوبة وحدها
name-persian-kaf = كاف فارسية
name-arabic-kaf = كاف عربية
name-persian-ya = ياء فارسية
name-arabic-ya = ياء عربية
name-alif-maqsura = ألف مقصورة
name-ya-hamza = همزة على ياء
name-ta-marbuta = تاء مربوطة
name-arabic-ha = هاء
name-bare-alif = ألف بلا همزة
name-alif-hamza-above = ألف فوقها همزة
name-alif-hamza-below = ألف تحتها همزة
name-alif-madda = ألف فوقها مدة
name-alif-wasla = ألف وصل
name-waw = واو بلا همزة
name-waw-hamza = همزة على واو
name-arabic-digit = رقم عربي
name-persian-digit = رقم فارسي
name-cyrillic-letter = حرف سيريلي
name-greek-letter = حرف يوناني
name-latin-letter = حرف لاتيني
name-hyphen = شرطة
name-dash = شرطة طويلة

## TOML

write-instead = اكتب `{ $words }`
remove-it = احذفه
toml-quotes = لا يبدأ النص بالعلامة `{ $mark }`: النصوص في TOML تقع بين `"` و`"`
toml-string-open = النص غير مغلق: تنقصه العلامة `{ $mark }`
toml-string-open-long = ضع `{ $mark }` بعد آخر كلمة
toml-string-lines = يمتد النص إلى السطر التالي، وما بين `"` و`"` يقع في سطر واحد
toml-string-lines-hint = اجعله في سطر واحد، أو ضع `{ $mark }` في أوله وآخره
toml-marks-inside = ينتهي النص عند ثاني `{ $mark }`، وتأتي بعده كلمات أخرى
toml-escape = لا معنى للتركيب `{ $written }`: الشرطة المائلة المعكوسة تُكتب مرتين داخل النص
toml-escape-hint = اكتب `{ $right }`، أو ضع النص كله بين `'` و`'`
toml-digits = ‏`{ $value }`: تُكتب الأعداد والتواريخ في TOML بالأرقام من 0 إلى 9
toml-dash = ‏`{ $value }`: تُكتب الأعداد والتواريخ في TOML بالشرطة القصيرة `-` وحدها
toml-truth = ‏`{ $value }`: تُكتب القيمة المنطقية بإحدى الكلمتين `true` و`false`، بحروف صغيرة
toml-date = ‏`{ $value }`: يُكتب التاريخ سنة ثم شهرا ثم يوما وبينها `-`
toml-no-day = لا يوجد في التقويم يوم هو `{ $value }`
toml-no-day-hint = اكتب يوما موجودا، مثل 2025-11-24
toml-number = ‏`{ $value }`: لا تفصل الأعداد فواصل، ولا يسبقها 0
toml-null = ‏`{ $value }`: لا قيمة فارغة في TOML
toml-null-hint = احذف السطر كله
toml-secret = قيمة `{ $key }` ليست TOML صحيحا؛ لا نعرضها لأنها قد تكون سرا
toml-secret-hint = احذفها: لا مكان لسر في ملفات الموقع، بل في متغيرات البيئة عند من ينشره
toml-unquoted = ‏`{ $value }` نص بلا علامتي تنصيص
toml-comma = ليست `{ $mark }` فاصلة في TOML
toml-comma-missing = تنقص فاصلة بعد هذه القيمة
toml-comma-missing-hint = اكتب `,` بين القيمتين
toml-list-open = فُتح `{ $open }` ولم يُغلق
toml-list-open-hint = ضع `{ $closing }` بعد آخر قيمة
toml-round = تقع القائمة بين `[` و`]`، لا بين `(` و`)`
toml-heading-open = رأس القسم `{ $heading }` غير مغلق
toml-heading-brackets = يقع رأس القسم بين `[` و`]`، والقسم المتكرر بين `[[` و`]]`
toml-heading-twice = تكرر رأس القسم `{ $heading }` في هذا الملف
toml-heading-twice-hint = انقل ما تحته إلى القسم الأول، ثم احذفه
toml-heading-single = كُتب `{ $heading }` هنا قسما واحدا، وهو في موضع آخر من الملف قسم متكرر
toml-invisible = هنا محرف خفي ({ $name })؛ لا يعرف TOML إلا المسافة العادية
toml-colon = ‏`{ $key }:` من كتابة YAML، أما في TOML فتقع `=` بين المفتاح وقيمته
toml-no-equals = تنقص `=` بعد `{ $key }`
toml-conflict = ترك git هنا نسختين، بين `<<<<<<<` و`>>>>>>>`
toml-conflict-hint = أبقِ واحدة منهما، واحذف السطور التي تبدأ بـ`{ $begin }` و`=======` و`{ $end }`
toml-json = هذه كتابة JSON؛ أما الحقول فتُكتب بصيغة TOML، كل حقل في سطر
toml-json-hint = اكتب `{ $example }` بلا أقواس، وبلا فاصلة في آخر السطر
toml-item = وضع `{ $mark }` قبل المفتاح من كتابة YAML؛ أما الحقل في TOML فيبدأ باسمه
toml-after-value-pair = اكتبه في سطر وحده بلا الفاصلة
toml-equals = ليست `{ $mark }` علامة مساواة في TOML
toml-no-value = لا قيمة للمفتاح `{ $key }`
toml-no-value-hint = اكتب القيمة بعد `=`، والنص بين علامتي تنصيص؛ أو احذف `{ $key }`
toml-no-pair = ليس `{ $words }` سطرا من مفتاح و`=` وقيمة
toml-no-pair-hint = ضع `#` قبله إن كان تعليقا؛ أما المتن فمكانه تحت سطر `+++` الثاني
toml-remark-hint = ضع `#` قبله إن كان تعليقا
toml-comment = يبدأ التعليق في TOML بالعلامة `#`
toml-key = لا يصلح `{ $key }` مفتاحا: المفاتيح حروف لاتينية وأرقام و`-` و`_`
toml-key-hint = اكتب اسم الحقل كما عُرّف في `site.toml`
toml-key-latin-hint = اكتبه بحروف لاتينية: ما يراه القراء يقع في قيمة، كالعنوان
toml-after-value = جاء `{ $words }` بعد القيمة، ولا يجوز أن يليها شيء
toml-after-value-hint = أدخله في القيمة، أو انقله إلى سطر آخر، أو ضع `#` قبله
toml-twice = تكرر المفتاح `{ $key }` هنا
toml-twice-hint = احذف أحدهما
toml-extended = لـ`{ $key }` قيمة من قبل، فلا يكون جدولا أيضا
toml-deep = القوائم والجداول متداخلة هنا أكثر مما يُقرأ
toml-comma-extra = هنا فاصلة ليست قبلها قيمة
toml-unicode = لا يدل `{ $written }` على محرف
toml-unicode-hint = اكتب بعد `\u` أربعة أرقام ستعشرية، أو اكتب المحرف نفسه
toml-equals-none = ما قبل القيمة مفتاح ثم `=`
toml-key-none = ينقص هنا مفتاح، أو كُتب على غير صورة المفاتيح
toml-pair-hint = اكتب `key = value`
toml-ends-early = ينتهي الملف قبل أن يكتمل آخر سطر فيه
toml-unexpected = لا يصح `{ $found }` في هذا الموضع من TOML
toml-broken-hint = أصلح صياغة TOML؛ النصوص بين علامتي تنصيص، والقوائم بين `[` و`]`
values-deep = القيم هنا متداخلة على أكثر من { $most } مستوى
values-deep-hint = اكتب ما في هذا العمق مداخل أو صفوفا مستقلة
values-null = عنصر من عناصر القائمة فارغ
values-null-hint = احذف العنصر من القائمة
json-more = انتهت القيمة وبعدها كلام آخر
json-more-hint = ضع القيم كلها في قائمة واحدة بين `[` و`]`
json-comment = ليس في JSON تعليقات
json-comment-hint = احذف التعليق؛ في YAML وTOML تعليقات تبدأ بـ`#`
json-end = تنقص قيمة في آخر الملف
json-no-value = لا تبدأ `{ $found }` قيمة في JSON
json-no-value-hint = اكتب نصا بين `"` و`"`، أو عددا بالأرقام من 0 إلى 9، أو `true` أو `false`، أو قائمة بين `[` و`]`، أو أزواجا بين `{"{"}` و`{"}"}`
json-marks = لا يبدأ النص بالعلامة `{ $mark }`: النصوص في JSON تقع بين `"` و`"`
json-comma = تنقص فاصلة قبل هذا الموضع
json-comma-hint = اكتب `,` بين القيم
json-other-comma = ليست `{ $mark }` فاصلة في JSON
json-comma-last = ليس بعد الفاصلة الأخيرة شيء
json-comma-last-hint = احذف الفاصلة التي قبله
json-key = ليس هذا مفتاحا: المفاتيح بين `"` و`"`
json-key-hint = اكتب `"key": value`
json-colon = تنقص `:` بعد المفتاح `{ $key }`
json-colon-hint = اكتب `"key": value`
yaml-broken-hint = أصلح YAML؛ وضع النص الذي فيه `: ` أو `#` أو علامة تنصيص بين `"` و`"`
yaml-unexpected = لا يصح `{ $found }` في هذا الموضع من YAML
yaml-ends-early = ينتهي الملف قبل أن تكتمل آخر قيمة فيه
yaml-anchor-none = يشير `{ $found }` إلى اسم لا يحمله شيء قبله
yaml-bracket = القوس `{ $found }` لا يغلق شيئا
yaml-flow = تنقص هنا فاصلة، أو القوس الذي يغلق القائمة أو الجدول
yaml-flow-hint = اكتب `,` بين القيم، و`]` أو `{"}"}` بعد آخرها
yaml-escape = لا تبدأ الشرطة المعكوسة هنا رمزا في نص بين `"` و`"`
yaml-escape-hint = اكتب `\\`، أو ضع النص بين `'` و`'`
yaml-tag = لا تُكتب علامات YAML (`!…`) وتوجيهاته (`%…`) هكذا
yaml-block = لا يأتي بعد `|` أو `>` في سطرهما إلا رقم أو `+` أو `-`
yaml-block-hint = ابدأ النص في السطر التالي، بعد مسافة بداية
yaml-colon-none = تنقص `:` بعد مفتاح
yaml-column-hint = ابدأ أسطر القائمة الواحدة أو الجدول الواحد بعضها تحت بعض، بفراغات عادية
yaml-comment = قبل `#` فراغ
yaml-comment-hint = اكتب فراغا قبل `#`
yaml-colon = القيمة التي فيها `: ` تقع بين `"` و`"`
yaml-colon-space = تنقص مسافة بعد النقطتين في `{ $key }`
yaml-indent = مسافة بداية هذا السطر تخالف مسافة المفتاح الذي فوقه
yaml-indent-hint = ابدأه تحت أول حرف من المفتاح الذي فوقه، بفراغات عادية
yaml-tab = مسافة البداية في YAML بالفراغات، وهذه علامة جدولة (tab)
yaml-tab-hint = اكتب فراغين مكان كل علامة جدولة
yaml-documents = يبدأ هنا مستند ثان في الملف نفسه
yaml-documents-hint = ضعه في ملف مستقل، أو اجعل الاثنين عنصرين في قائمة واحدة
yaml-alias = تسمي `*` القيمة التي هي فيها
yaml-alias-hint = اكتب ما يدل عليه الاسم كاملا
yaml-copies = تدل الأسماء إلى هذا الموضع على أكثر من { $most } قيمة
yaml-key = ليس هذا مفتاحا: لا تكون القائمة ولا الجدول مفتاحا
yaml-key-hint = اكتب `key: value`، وقبل النقطتين كلمة
csv-empty = ليس في الملف جدول: في سطره الأول أسماء الأعمدة
csv-empty-hint = اكتب أسماء الحقول في السطر الأول وبينها فواصل
csv-separator = تفصل بين الأعمدة `,` أو `;` أو علامة جدولة (tab)، لا غيرها
csv-separator-hint = اكتب `,` مكانها في السطور كلها
csv-columns = عدد أعمدة الجدول { $found }، والحد الأقصى { $most }
csv-columns-hint = انظر ما الذي يفصل بين الأعمدة؛ والنص الواحد بين `"` و`"`
csv-column-twice = عمودان باسم `{ $name }`
csv-column-twice-hint = غيّر اسم أحدهما أو احذفه
csv-column-whole = العمود `{ $name }` قيمة واحدة، و`{ $part }` جزء منها
csv-column-whole-hint = احذف أحدهما: تُكتب القيمة كاملة أو أجزاء
csv-column-unnamed = `{ $text }` في عمود لا اسم له
csv-column-unnamed-hint = اكتب اسم حقل في السطر الأول فوقه
csv-divided = تفصل `{ $found }` بين الخلايا هنا، وتفصل `{ $expected }` بينها في السطر الأول
csv-divided-hint = اكتب `{ $expected }` في كل السطور، أو اجعل السطر الأول مثلها
csv-cells = عدد خانات هذا الصف { $found }، وعدد خانات السطر الأول { $expected }
csv-cells-hint = النص الذي فيه فاصلة بين `"` و`"`؛ وللخانة الفارغة فاصلتها أيضا
csv-open = ليس للعلامة `{ $mark }` التي تبدأ هذه الخانة نهاية
csv-open-hint = ضع `"` بعد آخر كلمة فيها، واكتب كل `"` داخلها مرتين
csv-after-quote = بعد `"` التي تنهي الخانة كلام آخر: `{ $words }`
csv-after-quote-hint = اكتب كل `"` داخل الخانة مرتين، وضع واحدة في كل طرف منها
use-slug-hint = اسم الصف في عنوانه (slug) من حقل نوعه `string` أو `int` أو `slug` أو `enum`
cell-table-hint = لا تحمل الخانة جدولا: اجعل لكل مفتاح عمودا، مثل `said.p` و`said.quote`، أو اكتب JSON أو TOML أو YAML
cell-number-hint = اكتب العدد بالأرقام، مثل 13
cell-truth-hint = اكتب `true` أو `false`
text-date-hint = اكتب اليوم مثل 2025-11-24
csv-encoding = لا يكتب Excel ترميز UTF-8 إلا إذا حفظت الملف بصيغة “CSV UTF-8”
row-no-table = ليس هذا جدول حقول
row-no-table-hint = اكتب قائمة جداول، أو جدولا لكل مدخل تحت مفتاح
rows-none = ليس في هذا الملف صفوف
row-unnamed = ليس لهذا الصف اسم
row-unnamed-hint = سمّ في `site.toml` الحقل الذي فيه الاسم، مثل `slug = "code"`، أو ضع للصف عنوانا
row-edited = ‏{ $name } صف في ملف
row-edited-hint = غيّر الصف في ملفه، ثم يسمي لك `warraq check` ما يشير إليه
rows-out-of-place-hint = انقل `{ $path }` إلى `{ $right }`
rows-missing = لا يوجد الملف { $path }
rows-missing-hint = ضع الملف في مكانه، أو غيّر `source`
rows-elsewhere = ليس `{ $name }` ملفا تكون صفوفه مداخل
rows-elsewhere-hint = سمّ ملفا تحت { $folder }/ ينتهي بـ`.csv` أو `.tsv` أو `.json` أو `.toml` أو `.yaml` أو `.yml`؛ وإن كانت الإحالات إلى هذه المداخل فاكتب جدولا
rows-nested = ليست الصفوف في مجلدات تكون أقساما
rows-nested-hint = احذف `nested`، أو اكتب المداخل ملفات
lists-empty = ليس بين عناصر القائمة فاصل
lists-empty-hint = اكتب علامة ليست في أي عنصر، مثل `lists = "|"`

## ملفات الموقع

site-none = لا يوجد `{ $config }` في `{ $folder }`
site-none-hint = شغّل `warraq` في مجلد الموقع، أو سمّ المجلد بالخيار `--root`، أو أنشئ موقعا بالأمر `warraq new DIR`
rename = غيّر اسم `{ $from }` إلى `{ $to }`
site-of-another = `{ $file }` من ملفات `{ $generator }`: في المجلد موقع لمولّد آخر
site-of-another-hint = أنشئ منه موقعا جديدا بالأمر `warraq import hugo . ../new`، أو `zola`، أو `markdown` لأي مجلد فيه نصوص، كما تشرح `docs/coming-from.md`
unreadable = تعذرت قراءة `{ $path }`: { $error }
unreadable-dangling = تعذرت قراءة `{ $path }`: هو وصلة (symbolic link) إلى `{ $target }`، ولا شيء هناك
unreadable-dangling-hint = احذف الوصلة، أو اجعلها تؤدي إلى ملف
unreadable-loop = تعذرت قراءة `{ $path }`: هو وصلة (symbolic link) إلى `{ $ancestor }`، أي إلى مجلد يضمها
unreadable-loop-hint = احذفها، أو اجعلها تؤدي إلى موضع آخر
folder-as-entry = `{ $path }` مجلد، لكنه سمي كما يسمى ملف المدخل
folder-as-entry-hint = غيّر اسم المجلد إلى `{ $right }`؛ ويكون المدخل `{ $stem }` عندئذ في `{ $right }/index.md`، أو في ملف هو `{ $path }`
folder-as-template = ‏`{ $path }` مجلد، واسمه اسم ملف قالب
folder-as-template-hint = غيّر اسم المجلد، وضع القالب مكانه ملفا
folder-as-file = ‏`{ $path }` مجلد، ويجب أن يكون ملفا
folder-as-file-hint = غيّر اسم المجلد، وضع الملف مكانه
file-as-folder = ‏`{ $path }` ملف، ويجب أن يكون مجلدا
file-as-folder-hint = غيّر اسم الملف، وأنشئ مجلدا بهذا الاسم
folder-misnamed = لم يُقرأ المجلد `{ $found }`، فاسمه يجب أن يكون `{ $right }`
folder-misnamed-hint = غيّر اسمه إلى `{ $right }`
file-grows = يكبر أثناء قراءته
system-absent = لا وجود لملف أو مجلد بهذا الاسم
system-forbidden = لا إذن بذلك
system-taken = في المكان شيء من قبل
system-folder = هو مجلد
system-no-folder = ليس مجلدا، أو في مساره ملف
system-not-empty = المجلد ليس فارغا
system-full = القرص ممتلئ
system-quota = بلغ هذا المستعمل حصته من القرص
system-read-only = القرص للقراءة فقط
system-too-large = الملف أكبر مما يسعه هذا القرص
system-name = الاسم أطول من اللازم، أو لا يقبله هذا القرص
system-other-disk = هو في قرص آخر
system-busy = يستعمله برنامج آخر
system-running = هو برنامج قيد التشغيل
system-stale = لم يعد في الخادم الذي كان فيه
system-memory = الذاكرة لا تكفي
system-cut-off = ينتهي قبل أوانه
system-late = طال الانتظار
system-unheard = كف الطرف الآخر عن القراءة
system-reset = قطع الطرف الآخر الاتصال
system-aborted = انقطع الاتصال
system-refused = لا يجيب أحد هناك
system-no-network = لا طريق إلى تلك الشبكة
system-no-host = لا طريق إلى ذلك الحاسوب
system-network-down = الشبكة معطلة
system-port-taken = المنفذ مشغول
system-not-ours = ليس هذا العنوان لهذا الحاسوب
system-interrupted = قوطع العمل
json-cut-off = بُتر آخره
json-broken = تلف عند السطر { $line }، العمود { $column }
json-of-another-kind = ليس فيه ما يكتبه warraq، عند السطر { $line }، العمود { $column }
file-at-changed-meanwhile = غُيّر `{ $path }` في هذه الأثناء؛ أعد العمل حين لا يكتب فيه أحد
file-needs-room = يحتاج إلى { $needed } بايت، والمتاح { $free }
name-not-utf8 = اسم `{ $path }` ليس بترميز UTF-8
rename-file = أعد تسمية الملف
not-utf8 = من هنا فصاعدا ليس الملف بترميز UTF-8
not-utf8-hint = احفظه في محررك بترميز UTF-8؛ ولعله الآن بترميز Windows-1256 أو ISO 8859-6
utf16 = الملف بترميز UTF-16
utf16-hint = احفظه في محررك بترميز UTF-8؛ ويُسمى UTF-16 في Windows «Unicode»
names-in-two-forms = لملفين اسم واحد هو `{ $path }`، كُتب بصورتين من يونيكود
letters-of-one = حروف أحدهما { $codes }
delete-or-rename = احذف أحدهما، أو أعد تسميته
file-too-large = حجم `{ $path }` أكبر من { $limit }
file-too-large-hint = انشره في مكان آخر، كمضيف للأفلام، وضع رابطا إليه؛ وإن كان نصا فقسّمه إلى ملفات
link-to-hidden = `{ $link }` وصلة (symbolic link) إلى `{ $shown }`، وهو مخفي
link-to-hidden-hint = ما يبدأ اسمه بنقطة من الملفات والمجلدات ليس من الموقع؛ فإن أردته فيه فانسخه إليه
link-outside = `{ $link }` وصلة (symbolic link) تؤدي إلى خارج الموقع، إلى `{ $shown }`
link-outside-hint = انسخ الملف إلى الموقع؛ أو اكتب `follow = ["{ $folder }"]` تحت `[content]` في `site.toml` إن جاز نشر كل ما في ذلك المجلد
entry-too-large = حجم المدخل { $size } بايت، والحد الأقصى { $limit }
entry-too-large-hint = قسّمه إلى مداخل، أو ارفع الحد: `entry` تحت `[limits]` في `site.toml`
collection-of-no-folder = الملف خارج مجلدات المجموعات
collection-of-no-folder-hint = انقله إلى مجلد مجموعة، { $folders }، أو عرّف مجموعة لمجلده في `site.toml`
collection-of-no-folder-others = { $count ->
    [one] وفي المجلد نفسه ملف آخر
    [two] وفي المجلد نفسه ملفان آخران
    [few] وفي المجلد نفسه { $count } ملفات أخرى
    [many] وفي المجلد نفسه { $count } ملفا آخر
   *[other] وفي المجلد نفسه { $count } ملف آخر
}
collection-lost-hint = غيّر اسم المجلد إلى `{ $right }`، أو اكتب `folder = "{ $folder }"` تحت `[collections.{ $name }]` في `site.toml`
fix-unwritable = تعذرت كتابة `{ $path }`: { $error }
fix-unwritable-hint = امنح نفسك صلاحية الكتابة هناك
changes-at-once = تشغيل آخر لورّاق يغيّر ملفات هذا الموقع الآن
changes-at-once-hint = انتظر حتى ينتهي، ثم أعد الأمر
changes-left = انقطع تشغيل سابق بعد أن غيّر بعض ملفات الموقع وترك باقيها على حاله
changes-left-hint = الأمر `warraq check --fix` يتراجع عن ذلك أولا، ومثله `warraq mv` و`rm` و`review`
changes-not-taken-back = لم يمكن التراجع عما تركه تشغيل سابق انقطع قبل أن يتم
changes-taken-back = انقطع تشغيل سابق بعد أن غيّر بعض الملفات، وقد أُعيدت إلى ما كانت عليه قبله
fix-left = بقي `{ $path }` على حاله: لقد تغير في هذه الأثناء
fix-left-hint = شغّل الأمر مرة أخرى

## ترويسة الملف

front-matter-none = ليست للملف ترويسة
front-matter-none-hint = ابدأ الملف بسطر فيه `+++`، ثم الحقول، ثم سطر آخر فيه `+++`
line-ends = سطور الملف منتهية على طريقة أجهزة Mac القديمة، فهي سطر واحد عند غيرها
line-ends-hint = احفظه في محررك بنهايات سطور من نوع LF
front-matter-late = يسبق الترويسة شيء
front-matter-late-hint = أول سطر في الملف هو `+++` وحدها؛ احذف ما قبله
front-matter-unopened = ينقص السطر `+++` في أول الملف
front-matter-unopened-hint = اكتب `+++` وحدها في سطر قبل هذا السطر
front-matter-yaml = كُتبت الترويسة بصيغة YAML، والصيغة هنا TOML
front-matter-yaml-hint = اكتب `+++` بدل `---`، و`title = "…"` بدل `title: …`
front-matter-other = كُتبت الترويسة بصيغة أخرى، والصيغة هنا TOML بين سطرين فيهما `+++`
front-matter-fence = ليس `{ $line }` سطر `+++`
front-matter-fence-hint = اكتب `+++` وحدها في ذلك السطر
front-matter-open = الترويسة غير مغلقة
front-matter-open-hint = ضع سطرا فيه `+++` بعد آخر حقل
field-unknown = الحقل `{ $name }` غير معروف
field-heading = صار تحت رأس القسم `[{ $name }]` ما هو من حقول المدخل: { $below }
field-heading-hint = احذف رأس القسم
field-below-heading-hint = ما يقع تحت `{ $heading }` تابع له؛ انقل هذا السطر إلى ما فوقه
field-missing = الحقل `{ $name }` غائب
field-missing-hint = أضف `{ $name } = …`: { $kind }
field-empty = الحقل `{ $name }` فارغ
field-empty-hint = اكتب نصه بين علامتي التنصيص، أو أضف `?` إلى نوعه في `site.toml` إن جاز أن يغيب
mistyped = المطلوب { $kind }، والموجود { $found }
mistyped-hint = غيّر القيمة، أو نوع الحقل في `site.toml`
mistyped-date-hint = اكتب اليوم بلا علامتي تنصيص، مثل 2025-11-24
mistyped-number-hint = اكتب العدد بالأرقام وبلا علامتي تنصيص، مثل 13
mistyped-fraction-hint = اكتبه بلا كسر، مثل 13
mistyped-list-hint = ضع القيمة بين `[` و`]`
number-too-far = العدد `{ $number }` أبعد عن الصفر مما يُقبل
unfit = لا تصلح القيمة `{ $value }`؛ المطلوب { $kind }
write-kind = اكتب ما هو مطلوب: { $kind }
kind-float = عدد فيه كسر
kind-datetime = تاريخ أو وقت
not-an-entry-of = ليس `{ $name }` مدخلا في { $collections }
refers-to-hint = يشير هذا الحقل إلى مدخل في { $collections }
collection-unnamed = لا تُذكر في `{ $name }` مجموعته
citation-key-unknown = المفتاح `{ $name }` غير معروف في الإحالة
citation-keys-hint = في الإحالة `p` و`quote`، و`source` و`against` أيضا إن تعددت المصادر
citation-incomplete = تحتاج الإحالة إلى رقم الفقرة `p` وقائمة الكلمات المقتبسة `quote`
citation-incomplete-hint = اكتب `{"{"} p = 4, quote = ["كلمات من الفقرة"] {"}"}`
slug-bad = لا يصلح `{ $slug }` اسما في العنوان (slug)
slug-hint = اكتب `slug = "{ $right }"`: حروف صغيرة وأرقام بينها شرطات مفردة، بلا تشكيل
slug-of-file-hint = اكتب فيه `slug = "…"`: حروف صغيرة وأرقام بينها شرطات مفردة، بلا تشكيل
string-of-key = قيمة `{ $key }` ليست نصا
string-of-key-hint = اكتب `{ $key } = "…"`
truth-of-key = قيمة `{ $key }` ليست `true` ولا `false`
truth-of-key-hint = اكتب `{ $key } = true` أو `{ $key } = false`
day-of-key = يجب أن تكون قيمة `{ $key }` تاريخا
day-of-key-hint = اكتب `{ $key } = 2025-11-24` دون علامتي تنصيص
expires-too-early = تنتهي مدة نشره يوم { $expires }، ولا يُنشر قبل { $publish }
expires-too-early-hint = قيمة `expires` هي أول يوم لا يظهر فيه؛ اكتب يوما بعد يوم `publish`
redirect-from-no-list = قيمة `redirect_from` ليست قائمة عناوين
redirect-from-no-string = في `redirect_from` عنصر ليس نصا
redirect-from-hint = اكتب `redirect_from = ["{ $address }"]`: عناوين كانت للصفحة من قبل

## المحارف وقواعد الطباعة

control-code = محرف التحكم { $name }
control-code-hint = احذفه: لا يجوز في صفحة ولا خلاصة ولا جدول
control-overrides = المحرف الخفي { $name } يقلب ترتيب ما بعده
control-unclosed = المحرف الخفي { $name } لم يُغلق في سطره
control-unopened = المحرف الخفي { $name } يغلق ما لم يُفتح في سطره
control-hint = احذفه: جاء مع نص منسوخ، والكلمات اللاتينية تُعزل من دونه
presentation-forms = كُتب `{ $shown }` بأشكال العرض، وهي رسوم لا حروف
presentation-forms-hint = اكتب `{ $right }`؛ أو اسمح به في `presentation_forms` تحت `[check]` في `site.toml`
look-alikes = في `{ $shown }` حروف تشبه العربية وليست منها
look-alikes-hint = اكتب `{ $right }`؛ وإن كانت الكلمة فارسية أو أردية فعلّمها: `[{ $shown }]{"{"}lang=fa{"}"}`
other-digits = أرقام `{ $shown }` من غير أرقام الموقع
thousands = في `{ $shown }` مسافة عادية تفصل الآلاف
thousands-hint = اكتب `{ $right }`، أو ضع بينها مسافة لا تنكسر (U+202F)
list-mark = أرقام علامة القائمة `{ $shown }` من غير أرقام الموقع
list-mark-hint = اكتب `{ $right }`، أو ابدأ السطر بـ`1.` ودع Markdown يرقّم
number-range = الشرطة القصيرة تقلب المدى `{ $shown }`
number-range-hint = اكتب `{ $right }` بشرطة متوسطة، أو عبّر عنه بالكلمات
latin-mark = جاءت العلامة اللاتينية `{ $shown }` بعد كلام عربي
space-before = قبل `{ $mark }` مسافة
no-space-after = لا مسافة بعد `{ $mark }` في `{ $shown }`
take-out = احذفها
tatweel = في `{ $shown }` تطويل، فلا يعثر عليه البحث
lone-waw = واو العطف منفصلة عما بعدها في `{ $shown }`
term = لا يكتب هذا الموقع `{ $shown }`
hamza = في `{ $shown }` همزة زائدة أو ناقصة
french-space = مسافة من علامات الترقيم الفرنسية ناقصة، أو قد ينقطع السطر عندها: `{ $shown }`
french-space-hint = ضع هناك مسافة لا تنكسر: U+202F قبل ; ! ?، وU+00A0 قبل : وداخل « »
keyboard-mark = `{ $shown }` علامة كما تكتبها لوحة المفاتيح
french-spelling = ليست `{ $shown }` على إملاء الفرنسية المطبوعة
mixed-script = في `{ $shown }` حروف من كتابة أخرى بين حروف تيفيناغ
two-styles = في الملف نوعان من علامات التنصيص: `{ $first }` و`{ $second }`
two-styles-hint = ضع الاقتباسات كلها بين « و»، واكتب ما ليس اقتباسا بخط عريض أو عادي

## القواعد المسكتة

silence-no-list = قيمة `silence` ليست قائمة
silence-no-table = في `silence` عنصر ليس جدولا
silence-key-unknown = المفتاح `{ $name }` غير معروف في `silence`
silence-no-reason = أُسكتت قاعدة بلا سبب
silence-no-rule = ليس `{ $rule }` قاعدة يمكن إسكاتها هنا
silence-hint = اكتب `silence = [{"{"} rule = "W711", reason = "…" {"}"}]`
rules-hint = القواعد هي: { $rules }
ignore-before-open = لم يُغلق `ignore` السابق
ignore-unknown = ليس في `{ $comment }` كلمة `ignore` ولا `end`
ignore-no-such-rule = ليس `{ $word }` قاعدة يمكن تجاوزها
ignore-of-pages = القاعدة `{ $rule }` تخص الصفحات الجاهزة: تُسكت للصفحة كلها في `silence`
ignore-no-rule = لا يذكر `ignore` قاعدة
ignore-no-reason = لا يذكر `ignore` سببا
ignore-open = لم يُغلق `ignore`
end-alone = لا شيء مفتوح يغلقه `end` هذا
ignore-hint = اكتب `<!-- warraq: ignore W711 السبب -->` قبل النص و`<!-- warraq: end -->` بعده
ignore-unused = لا شيء هنا يخالف { $rule }
ignore-unused-hint = احذف القاعدة، أو `ignore` كله

## القوالب

template-broken = يرفض محرك القوالب هذا: `{ $reason }`
template-broken-hint = المرشّحات والدوال في `docs/templates.md`، وقواعد الكتابة في دليل Tera
template-unexpected = لا يصح `{ $found }` في هذا الموضع من القالب
template-unexpected-hint = انظر فيما قبله: لعل علامة أو اسما أو قوسا ناقص
template-expected = المطلوب هنا { $kind }، والموجود `{ $found }`
template-expected-hint = اكتب هنا { $kind }
template-kind-name = اسم
template-kind-string = نص بين علامتي تنصيص
template-kind-value = قيمة
template-kind-type = نوع (`string` أو `bool` أو `integer` أو `float` أو `number` أو `array` أو `map`)
template-kind-literal = نص أو عدد أو قائمة أو جدول مكتوب بتمامه
template-argument-hint = اكتب `name="text"`، أو `name={"{"}value{"}"}`
template-twice = ذُكر `{ $name }` مرتين
template-name-reserved = الكلمة `{ $name }` من لغة القوالب، فلا يسمى بها شيء آخر
template-rest-last = الوسيط الذي معه `...` آخر وسائط المكوّن
template-rest-last-hint = انقله إلى ما بعد سائر الوسائط
template-deep = ما هنا متداخل أكثر مما يُقرأ
template-deep-hint = سمّ أجزاءه قبله: `{"{"}% set … %{"}"}`
template-literal = لا يصح هنا إلا نص أو عدد أو قائمة أو جدول مكتوب بتمامه
template-literal-hint = اكتب القيمة نفسها
template-inside = هذا داخل وسم آخر، ولا يصح فيه
template-inside-hint = أخرجه من سائر الوسوم
template-extends-twice = لا يرث القالب إلا قالبا واحدا
template-loop-only = لا يصح `{ $word }` إلا داخل `for`
template-call-late = ليست للقيمة دوال خاصة بها
template-call-late-hint = اكتب بعدها مرشّحا: `| name`
template-ends-early = ينتهي القالب داخل وسم
template-ends-early-hint = أكمل آخر وسم
component-other-end = لا يغلق `</{ $found }>` الوسم `<{ $open }>`
component-defined-twice = المكوّن `{ $name }` معرّف في `{ $one }` وفي `{ $other }`
template-outside-blocks = هذا خارج الكتل كلها، والقالب الذي يرث غيره لا تظهر منه إلا كتله
template-outside-blocks-hint = انقله إلى داخل كتلة، بين `{"{"}% block … %{"}"}` و`{"{"}% endblock %{"}"}`
template-block-unknown = لا يوجد في القوالب التي يرثها هذا القالب كتلة باسم `{ $name }`
template-block-unknown-hint = اكتب اسم الكتلة كما هو في القالب الذي يرثه هذا القالب
template-block-lost = { $count ->
    [two] يملأ قالبان كتلة باسم `{ $name }`، وليست في القالب الذي يرثانه
    [few] تملأ { $count } قوالب كتلة باسم `{ $name }`، وليست في القالب الذي ترثه
   *[other] يملأ { $count } قالبا كتلة باسم `{ $name }`، وليست في القالب الذي ترثه
}
template-block-lost-hint = اكتب `{ $example }` حيث ينبغي أن تكون
template-invisible = هنا المحرف { $name }، وهو لا يُرى؛ ولا تعرف القوالب غير المسافة العادية
template-filter-called = `{ $name }` مرشّح وليس دالة
template-argument-bare = قيمة الوسيط تقع بين قوسين معقوفين، وإن كانت نصا فبين علامتي تنصيص
template-component-closed = المكوّن بين `{"{%"}` و`{"%}"}` له متن، فلا ينتهي بـ`/>`
template-component-open = المكوّن الذي يُستدعى بين `{"{{"}` و`{"}}"}` ينتهي بـ`/>`
template-name-script = لا يصلح `{ $name }` اسما في القالب: الأسماء حروف لاتينية وأرقام و`_`
template-name-script-hint = اكتب الاسم كما هو في القالب الذي عرّفه؛ والنص بين `"` و`"`
template-set-equals = تُعطى القيمة في `set` بعلامة مساواة واحدة
template-for = يتبع `for` اسم العنصر ثم `in` ثم القائمة
template-for-hint = اكتب `{"{"}% for item in list %{"}"}`
template-braces-inside = لا تُكتب أقواس الوسم داخل وسم آخر
template-other-close = ما يبدأ بـ`{ $open }` ينتهي بـ`{ $close }`، والموجود `{ $found }`
template-tag-open = فُتح `{ $mark }` ولم يُغلق
template-tag-open-hint = ضع `{ $close }` بعده
template-string-open = النص غير مغلق: تنقصه العلامة `{ $mark }`
template-string-open-hint = ضع `{ $mark }` بعد آخر كلمة فيه
template-other-end = لا يغلق `{ $word }` ما فتحه `{ $open }` في السطر { $line }
template-end-alone = جاء `{ $word }` بلا `{ $begin }` قبله
template-body-open = فُتح `{ $tag }` ولم يُغلق
template-body-open-hint = اكتب `{"{"}% { $close } %{"}"}` حيث ينتهي
template-quotes = لا يبدأ النص في القالب بالعلامة `{ $mark }`
template-comma = ليست `{ $mark }` فاصلة في القوالب
template-digits = القوالب لا تقرأ `{ $number }` عددا
template-foreign = ‏`{ $found }` من لغة قوالب أخرى
template-unknown-tag = لا يوجد وسم باسم `{ $word }`
template-tags-hint = الوسوم هي: { $names }
template-equals = المقارنة بعلامتي تساو لا بواحدة
template-set = الوسم `set` يعطي الاسم قيمة، وتنقصه هنا `=`
template-set-hint = اكتب `{"{"}% set { $name } = … %{"}"}`
template-extends-late = لا يصح `extends` إلا أول وسم في القالب
template-extends-late-hint = انقله إلى أول سطر
template-hugo = الاسم الذي يبدأ بنقطة من لغة Hugo
template-hugo-hint = اكتب الاسم كما هو هنا، مثل `page.title`
template-liquid = الكتابة `{ $name }:` من لغة Liquid
template-liquid-hint = اكتب `{ $name }(NAME=…)`؛ أسماء الوسائط في `docs/templates.md`
template-positional = وسيط بلا اسم في `{ $tag }`
template-positional-hint = اكتب `name=` قبله؛ أسماء الوسائط في `docs/templates.md`، مثل `default(value=…)`
template-bracket-open = فُتح `{ $open }` ولم يُغلق
template-bracket-open-hint = ضع `{ $close }` بعد ما فيه
template-empty = لا شيء بين الأقواس
template-empty-hint = اكتب ما يراد طبعه، أو احذف الوسم
template-none = لا يوجد قالب باسم `{ $name }`
template-none-hint = ضعه في `{ $folder }`
templates-none = لا يوجد قالب في `{ $folder }`
templates-none-hint = ضع قوالب الموقع هناك، أو انظر أين ذهبت
template-extends-itself = القالب `{ $name }` يرث نفسه، مباشرة أو عن طريق غيره
template-extends-itself-hint = يجب أن يقوم أحد القوالب بنفسه فلا يرث غيره
template-name-twice = في هذا القالب جزءان اسمهما `{ $name }`
template-name-twice-hint = سمّ هذا الجزء باسم آخر، أو احذفه
template-includes-itself = القالب `{ $name }` يتضمن نفسه، مباشرة أو عن طريق غيره
template-includes-itself-hint = احذف أحد وسوم `include`
template-failed-hint = ما يصلح في القوالب مذكور في `docs/templates.md`
filter-unknown = لا يوجد مرشّح باسم `{ $name }`
function-unknown = لا توجد دالة باسم `{ $name }`
test-unknown = لا يوجد اختبار باسم `{ $name }`
component-unknown = لا يوجد مكوّن باسم `{ $name }`
template-names-hint = المرشّحات والدوال مذكورة في `docs/templates.md`
while-rendering-page = أثناء بناء صفحة `{ $page }`
while-rendering-card = أثناء رسم بطاقة `{ $page }`
null-in-attribute = لا قيمة للعبارة `{ $expression }`، وهي في سمة من سمات HTML
null-in-attribute-hint = اكتب السمة حيث توجد القيمة فقط، أو اذكر ما يحل محلها: `or "…"`
page-too-large = يطبع القالب أكثر من { $limit } بايت
page-too-large-hint = وزّع المحتوى على صفحات، أو ارفع الحد: `page` تحت `[limits]` في `site.toml`
name-unknown = لا شيء هنا اسمه `{ $name }`
name-outside = لا يرى هذا المكوّن `{ $name }`
name-outside-hint = عرّفه بين وسائط المكوّن: `@{ $name }`
item-field-unknown = ليس في العنصر حقل `{ $name }`
value-field-unknown = ليس في هذه القيمة حقل `{ $name }`
path-field-unknown = ليس في `{ $of }` حقل `{ $name }`
path-field-too-deep = على هذا العمق في الصفحة ليس في `{ $of }` حقل `{ $name }`
argument-unknown = لا يأخذ `{ $of }` وسيطا باسم `{ $name }`
template-text-unknown = لا يوجد نص باسم `{ $key }`
template-texts-none-hint = اكتبه تحت `[texts]` في `site.toml`
template-text-argument-missing = يحتاج النص `{ $key }` إلى `{ $name }`
template-text-argument-missing-hint = أعطه إياه: `{ $name }=…`
template-text-unasked = لا يطبع أي قالب النص `{ $key }`
template-text-unasked-hint = احذفه، أو اطبعه: `text(key="…")`
takes-none = لا يأخذ وسائط
has-none = لا حقول فيه
there-are = الموجود: { $names }
foreign-way = اكتب `{ $words }`
foreign-now = الصفحة هي نفسها متى بُنيت؛ اطبع تاريخا مكتوبا في الموقع، مثل `page.updated`
foreign-tags = وسوم `[tags.NAME]` في `site.toml` هي القائمة `NAME`، ووسوم المدخل في الحقل الذي عُرّف لها
foreign-statement = الأوامر تُكتب بين `{"{"}%` و`%{"}"}`: `{"{"}% if … %{"}"} … {"{"}% endif %{"}"}`، `{"{"}% for item in list %{"}"} … {"{"}% endfor %{"}"}`، `{"{"}% include "…" %{"}"}`
foreign-relative = احذفه: ما يُكتب من الجذر، مثل `/about/`، يصير نسبيا إلى كل صفحة
foreign-markdown = احذفه، وعرّف الحقل بالنوع `markdown` في `site.toml`، فتكون قيمته HTML
foreign-link = اكتب `url` المدخل، أو عنوانا من الجذر مثل `/about/`، أو `ref:collection/name`: كلها تُفحص
foreign-picture = احذفه، وعرّف الحقل بالنوع `image` في `site.toml`، فتُصنع منه المقاسات التي تحت `[pictures]`
foreign-import = احذفه: كل قالب يعرف مكونات القوالب كلها
foreign-field = الحقول في المدخل نفسه: اكتب `{ $name }`، وعرّفه في `site.toml` تحت `[collections.NAME.fields]`
there-are-of-site = الموجود: { $names }؛ والقيمة التي تضيفها تُكتب في `site.toml` تحت `[extra]`، وهي هنا `site.extra.NAME`
there-are-fields = الموجود: { $names }؛ والحقل الجديد يُعرّف في `site.toml` تحت `[collections.NAME.fields]`
prints-no-text = ‏`{ $path }` قائمة أو مدخل، ويُطبع هنا كأنه نص
prints-no-text-hint = مرّ على عناصره بالوسم `{"{"}% for … %{"}"}`، أو اطبع أحد حقوله، أو اجمعها: `| join(sep="، ")`
part-of-null = `{ $of }` فارغ هنا (null)، فليس فيه `{ $part }`
part-of-null-hint = اطبعه حيث يوجد فقط: `{"{"}% if { $of } %{"}"}` … `{"{"}% endif %{"}"}`
prints-nothing-there = ما يُطبع هنا لا وجود له في هذه الصفحة
prints-nothing-there-hint = صحح الاسم، أو اطبعه حيث يوجد فقط: `{"{"}% if … %{"}"}`
value-null = ‏`{ $of }` فارغ هنا (null)
item-none = ليس في `{ $of }` هنا العنصر { $number }: عدد عناصره { $length }، وأولها رقمه 0
item-none-hint = اطبعه حيث يوجد فقط: `{"{"}% if { $of } | length > { $number } %{"}"}` … `{"{"}% endif %{"}"}`
component-without-end = المكوّن `{ $name }` يستدعي نفسه بلا نهاية
component-without-end-hint = احذف `<{ $name } … />` من داخل `{ $name }`، أو ضعه في شرط `if` ينتهي
braces-printed = سيُطبع `{ $written }` كما هو: الأقواس المفردة لوسائط المكوّنات وحدها
braces-single = سيُطبع `{ $written }` كما هو: ما يُملأ يقع بين قوسين مزدوجين
component-bare-hint = استدع المكوّن داخل وسم: `{"{"}% <{ $name } …> %{"}"}`، أو `{"{"}{"{"} <{ $name } … /> {"}"}{"}"}` إن لم يكن له جسم

## ما ترفضه مرشّحات القوالب ودوالها

asset-none = لا يوجد ملحق باسم `{ $path }`
data-none = لا يوجد ملف بيانات `{ $path }`
data-none-hint = ضعه في `data/` بصيغة csv أو json أو toml أو yaml
data-unwritten = ليس في `{ $name }` مسار مكتوب
data-unwritten-hint = اكتب مسار الملف بين علامتي تنصيص: `load_data(path="data/team.json")`
path-quoted = أُعطي `{ $name }` نصا، لأنه بين علامتي تنصيص
loops-over-entry = ‏`{ $path }` مدخل واحد، و`for` لا يمر إلا على قائمة
loops-over-entry-hint = احذف `for`، أو اذكر قائمة بدل المدخل
bidi-text-of-markup = يأخذ `bidi_text` نصا، والموجود HTML: هو للمواضع التي لا تجوز فيها الوسوم
filter-takes-text = المطلوب نص، والموجود { $found }
filter-takes-number = المطلوب عدد، والموجود { $found }
kind-nothing = قيمة فارغة (null)
compares-kinds = لا تصح المقارنة بين { $one } و{ $other }
compares-kinds-hint = قارن بين قيمتين من نوع واحد؛ والأعداد بلا علامتي تنصيص
computes-kinds = العلامة `{ $sign }` للأعداد، والموجود { $one } و{ $other }
computes-kinds-hint = اكتب عددا في كل طرف؛ ويحوّل المرشّح `int` النص إلى عدد
computes-kinds-join-hint = اكتب `~` لوصل النصوص
component-argument-missing = يحتاج المكوّن إلى الوسيط `{ $name }`
component-argument-missing-hint = اكتب `{ $name }={"{"}…{"}"}` بعد اسمه
filter-takes-date = المطلوب تاريخ مثل 2025-11-24، والموجود { $found }
filter-takes-date-of = ليس `{ $text }` تاريخا مثل 2025-11-24
choice-none = لا تصلح `{ $wanted }` قيمة للوسيط `{ $argument }`
plural-unsaid = لا يوجد `{ $name }` في `[plurals]`
template-text-unsaid = لا يوجد `{ $key }` في `[texts]`
ordinal-without-gender = يحتاج `ordinal` إلى جنس المعدود: { $one } أو { $other }
ordinals-none = لا توجد أعداد ترتيبية للغة `{ $tag }`، وإنما هي للعربية والفرنسية والإنجليزية
ordinal-of-no-place = ليس `{ $value }` رتبة في ترتيب: 1، 2، 3 …
quotation-level-none = لا توجد درجة اقتباس `{ $level }`؛ الموجود: 1، 2
collate-without-text = وجد `collate` عنصرا ليس فيه النص `{ $path }`
collate-of-no-text = وجد `collate` قيمة من نوع { $found } والمطلوب نص؛ سمّ حقلا هكذا: `by="…"`
batch-of-none = يأخذ `batch` عددا لا يقل عن 1، والموجود 0
filter-makes-too-much = سيصنع `{ $filter }` أكثر من { $limit } بايت
value-too-large = حجمه أكبر من { $limit } بايت، وهو ما لا يجوز لصفحة
expression-undefined = لا وجود للعبارة `{ $expression }`
call-argument-missing = ينقص الوسيط `{ $name }`
call-argument-missing-hint = اكتب `{ $name }=…` بين القوسين
computes-with-other = لا تُحسب إلا الأعداد، والموجود { $found }
divides-by-zero = لا تجوز القسمة على صفر
divides-by-zero-hint = اقسم حيث لا يكون صفرا فقط: `{"{"}% if … != 0 %{"}"}`
number-too-large = يصير العدد أكبر من أن يُحسب
number-too-large-hint = احسب بأعداد أصغر
argument-out-of-range = العدد `{ $value }` خارج ما يُقبل هنا
argument-out-of-range-hint = اكتب عددا صحيحا أصغر منه، لا يقل عن 0
loops-over-kind = لا يمر `for` إلا على قائمة، والموجود { $found }
loops-by-key = إذا سمّى `for` اسمين فهو يمر على جدول، والموجود { $found }
loops-by-key-hint = اكتب اسما واحدا قبل `in`، أو اذكر جدولا
slice-step-none = خطوة قدرها 0 لا تنتقل من عنصر إلى الذي يليه
slice-step-none-hint = اكتب خطوة أخرى، أو لا تكتب خطوة: `[0:3]`
takes-other = لا يأخذ `{ $name }` قيمة من هذا النوع: { $found }
number-none = ليس `{ $text }` عددا يصلح هنا
number-none-hint = أعطه عددا مكتوبا بالأرقام وحدها، مثل 13
key-none-hint = صحح المفتاح، أو اذكر ما يؤخذ إن لم يوجد: `default="…"`
range-refused = يعدّ `range` من `start` إلى `end` لا تسبقها، بخطوة غير 0، وبما لا يزيد على 100.000 عدد
range-refused-hint = صحح وسائطه، مثل `range(end=10)`
super-alone = يطبع `super()` الكتلة نفسها كما هي في القالب الذي يرثه هذا القالب، وليست فيه
key-of-kind = المفتاح نص، أو عدد صحيح، أو `true` أو `false`
key-of-kind-hint = اكتب مفتاحا من هذه الأنواع
component-argument-mistyped = الوسيط `{ $name }` في هذا المكوّن نوعه { $expected }، والموجود { $found }
engine-says = يقول محرك القوالب: `{ $words }`
kind-number = عدد
kind-bytes = بايتات
indentation-of-one = يجب أن تكون قيمة `indentation` محرفا واحدا

## مفاتيح لكل مدخل، كما تعرضها برامج التحرير

key-slug = اسم المدخل في مجموعته، بدلا من اسم ملفه
key-url = عنوان خاص به، بدلا من عنوان مجموعته
key-template = قالب خاص به، بدلا من قالب مجموعته
key-draft = أيبنى مع الخيار `--drafts` وحده؟
key-publish = أول يوم ينشر فيه
key-expires = اليوم الذي يتوقف فيه نشره
key-updated = آخر يوم تغيّر فيه
key-sitemap = أتذكر صفحته في `sitemap.xml`؟
key-search = أيجده بحث الموقع؟
key-redirect-from = عناوين سابقة لصفحته، تحوَّل إليها
key-silence = قواعد لا تُلزم صفحته، ولكل منها سبب

## أوامر كتبت على غير وجهها

help-usage = الاستعمال
help-example = مثال
help-commands = الأوامر
help-arguments = المعطيات
help-options = الخيارات
help-default = القيمة المبدئية: { $value }
help-values = واحدة من: { $values }
man-written = صفحات الدليل في `{ $folder }`
usage-value = لا تصلح `{ $value }` قيمة لـ`{ $name }`
usage-value-because = لا تصلح `{ $value }` قيمة لـ`{ $name }`: { $why }
usage-day = اكتب يوما مثل `2026-11-29`
usage-port = اكتب عددا من 0 إلى { $most }
usage-count = اكتب عددا صحيحا
usage-form = اكتبه على هذه الصورة: `{ $form }`
usage-editor = ينقصه `{"{"}path{"}"}`، وهو مكان اسم الملف
usage-option-unknown = لا يوجد هنا خيار أو معطى باسم `{ $name }`
usage-command-unknown = لا يوجد أمر باسم `{ $name }`
usage-missing = ينقص الأمر: `{ $names }`
usage-conflict = لا يجتمع `{ $name }` مع `{ $others }`
usage-no-command = ينقص اسم الأمر
usage-wrong = لم يُكتب الأمر على الوجه الصحيح
usage-help-hint = يعرض الأمر `{ $command } --help` ما هو متاح

## العون في سطر الأوامر: help-COMMAND و help-COMMAND-ARGUMENT، و help-ARGUMENT لما تشترك فيه أوامر

help-warraq = يبني مواقع ثابتة عربية، من اليمين إلى اليسار، من نصوص Markdown لحقولها أنواع
help-warraq-root = مجلد الموقع، وفيه site.toml [وإلا فهذا المجلد، أو أقرب مجلد فوقه]
help-warraq-lang = لغة الرسائل، `ar` أو `en` [وإلا فما في `WARRAQ_LANG`، أو لغة النظام]
help-help = يعرض العون
help-version = يعرض الإصدار
help-add = ينشئ مدخلا جديدا، حقوله معدة للملء
help-add-name = المدخل: مجموعته واسمه فيها
help-build = يبني الموقع وينشره في مجلد
help-build-output-dir = مجلد النشر، بدلا من public/ في مجلد الموقع
help-build-base-url = عنوان الموقع المنشور، بدلا من `base_url` في site.toml
help-drafts = يضم المداخل التي لا تنشر: المسودات، وما لم يحن يوم نشره، وما انقضى
help-today = اليوم الذي يُبنى فيه الموقع، للمداخل التي فيها `publish` أو `expires`، بدلا من يوم `SOURCE_DATE_EPOCH` أو يوم الساعة
help-build-in-place = يبدل الملفات واحدا واحدا ويترك المجلد نفسه في مكانه: لمجلد موصول بحاوية
help-build-grace-days = كم يوما تبقى ملفات الأنماط والخطوط وغيرها مما في اسمه بصمة بعد أن يستغني عنها الموقع: فالصفحات المخزنة لدى القراء تذكرها
help-build-strict = لا ينشر شيئا إن كان هناك تحذير
help-message-format = كيف تعرض المشكلات
help-check = يفحص الموقع ولا ينشر شيئا
help-check-external = يسأل عبر الشبكة: أما زالت الروابط إلى خارج الموقع تصل إلى شيء؟
help-check-fix = يصلح في ملفات الموقع أخطاء الطباعة التي لا تحتمل إلا وجها واحدا
help-check-dry-run = يعرض ما يكتبه `--fix` ولا يكتب شيئا
help-check-strict = ينتهي بالرمز 1 عند التحذيرات أيضا
help-completions = يطبع إكمال الأوامر والخيارات لصدفة (shell)
help-completions-shell = الصدفة
help-deploy = ينقل الموقع إلى حيث يجده القراء
help-deploy-target = الوجهة، وهي اسم تحت [deploy] في site.toml؛ ولك أن تتركها إن كانت واحدة
help-deploy-dry-run = يعرض ما سيُفعل ملفا ملفا، ولا يغير شيئا
help-deploy-max-deletes = كم ملفا يجوز حذفه في الوجهة [وإلا فربع الموقع، أو 20 إن كان أكثر]
help-deploy-rollback = يعيد الإصدار السابق لما يراه القراء
help-deploy-force = ينشر الموقع وإن كانت فيه أخطاء ما دامت صفحاته كاملة، ويرسل كل ملف، ويكتب فوق ما لم يضعه warraq هناك، ويقبل وجهة فيها موقع آخر
help-deploy-strict = لا ينشر شيئا إن زالت عناوين كانت في الإصدار السابق
help-deploy-print = يطبع قواعد للمضيف الذي يجيب القراء، من [[headers]] والتحويلات، ولا يغير شيئا
help-deploy-retry-for = كم ثانية تُعاد المحاولة مع وجهة لا تجيب
help-explain = يشرح رمزا من رموز الأخطاء والتحذيرات، ومعه مثال
help-explain-code = الرمز كما يظهر في التقارير؛ وإن تركته عُرضت الرموز كلها مع عناوينها
help-init = ينشئ موقعا جديدا في مجلد فيه ملفات، ويتركها كما هي
help-init-dir = مجلد الموقع [وإلا فهذا المجلد]
help-kind = نوع الموقع الذي تبدأ به
help-man = يكتب صفحات الدليل (man) لكل الأوامر في مجلد
help-man-dir = المجلد؛ يُنشأ إن لم يكن موجودا
help-mv = يعطي مدخلا اسما آخر، في كل ما يشير إليه أيضا
help-mv-from = المدخل باسمه الآن: مجموعته واسمه فيها
help-mv-to = اسمه الجديد
help-mv-dry-run = يعرض ما سيُكتب ولا يكتب شيئا
help-new = ينشئ موقعا جديدا: صغيرا كاملا، من اليمين إلى اليسار
help-new-dir = المجلد الذي يُنشأ؛ يجب ألا يكون موجودا، أو أن يكون فارغا
help-new-from = مقال (`.txt` أو `.md` أو `.html` أو `.docx`) يُبنى منه الموقع: فقراته، ومداخل مقترحة مما فيها
help-new-language = لغة المقال والموقع: العربية، بلد بعينه أو بلا بلد
help-review = يمر بالمقترحات التي استخرجت من المقال
help-review-dir = مجلد الموقع؛ وبدونه الموقع الذي يقع فيه هذا المجلد
help-review-list = يعددها مع فقراتها ولا يسأل شيئا
help-review-accept = يقبلها كلها (`all`) أو ما في مجموعة (`topics`) أو مدخلا (`topics/water`)، ومعها ما تحيل إليه
help-review-drop = يحذف مدخلا (`topics/water`) أو كل مسودات مجموعة (`topics`)، ومن القوائم التي تسميها أيضا
help-review-rename = يسمي المدخل اسما آخر
help-review-merge = ينقل اقتباسات الأول إلى الثاني ثم يحذف الأول
help-review-dry-run = يعرض ما سيُكتب ولا يكتب شيئا
help-rm = يحذف مدخلا، إلا أن يشير إليه شيء
help-rm-name = المدخل: مجموعته واسمه فيها
help-rm-dry-run = يعرض ما سيُحذف ولا يحذف شيئا
help-schema = يطبع JSON Schema لحقول كل مجموعة، ولملف site.toml، لبرامج التحرير
help-schema-collection = مجموعة واحدة، أو `site.toml`؛ وإن تركته طُبعت كلها بأسمائها
help-theme = يسرد ملفات القالب العام، أو ينسخ بعضها إلى الموقع لتحرَّر فيه
help-theme-action = `list` يعلّم ما للموقع منها بنفسه، و`eject` ينسخ
help-theme-name = ملف مثل `topic.html`، أو مكوّن؛ والملفات كلها إن ترك
help-source = يضع مقالا مصححا مكان مصدر، أو يضيف مصدرا
help-source-action = `update` يبدل مصدرا، و`add` يضيف مصدرا إلى جانبه
help-source-file = النسخة الجديدة، أو المصدر المضاف (`.txt` أو `.md` أو `.html` أو `.docx`)
help-source-source = اسم المصدر في العناوين (slug): ما يبدل، أو ما يسمى به الجديد
help-source-name = ما يسمى به مصدر جديد قبل أرقام فقراته
help-source-dry-run = يعرض ما سيُكتب ولا يكتب شيئا
help-serve = يعرض الموقع في متصفح، وكل تغيير فيه في الحال
help-serve-port = المنفذ الذي يستمع عنده، و0 لأي منفذ حر [وإلا فالمنفذ 1111، أو أول منفذ حر بعده]
help-serve-interface = العنوان الذي يستمع عنده: يتيح 0.0.0.0 لأجهزة أخرى أن ترى الموقع
help-serve-open = يفتح الموقع في متصفح
help-serve-editor = العنوان الذي يفتح موضعا في برنامج تحريرك، أو `none`
import-title = ماذا صار بالموقع القديم
import-report = الصفحات: { $pages }. ملفات انتقلت إلى الموقع الجديد: { $moved }، وملفات لم تنتقل: { $left }، ومواضع تحتاج إلى نظر: { $places }. القوائم كاملة: ما ليس فيها لم يكن موجودا.
import-notes = للعلم
import-places = مواضع تحتاج إلى نظر
import-left = ملفات ليست في الموقع الجديد
import-moved = أين كل شيء
import-hidden = اسمه اسم ملف مخفي، ولا تكون هذه الملفات من الموقع
import-encoding = ليس الملف UTF-8: ابحث عن حروف ضاعت
import-front-broken = لا يمكن قراءة ترويسة الملف ({ $reason })، فعُرض النص كله كما هو
import-settings = لا يمكن قراءة `{ $path }`: { $reason }
import-section-made = كانت للقسم `{ $folder }` صفحة بلا ملف، ولها الآن ملف تضع فيه عنوانا ونصا
import-key = المفتاح `{ $key }` ({ $what }) يصف عمل المولد القديم أو لا يمكن قراءته، فلم ينتقل
import-time = لم ينتقل وقت `{ $key }` وهو { $time }: تبدأ الصفحة أو تنتهي بيوم
import-renamed = صار اسم المفتاح `{ $key }`: `{ $name }`
import-latin = كتب Zola هذا العنوان بحروف لاتينية بجدول له، وهو الآن { $address }: اكتب القديم في `redirect_from`
import-link = الرابط إلى `{ $address }` لا يصل إلى نص
import-link-broken = صار رابط كلمات وعنوانا بهيئة الشفرة: { $reason }
import-image = صورة بلا وصف وُسمت بأنها للزينة: صفها إن كان فيها ما يُعرف
import-shortcode = الرمز المختصر `{ $name }` معروض كما هو: اكتب مكانه ما كان يطبعه
import-shortcode-done = صار الرمز المختصر `{ $name }` نصا بصيغة Markdown
import-shortcode-part = صار الرمز المختصر `{ $name }` نصا بصيغة Markdown، من دون { $arguments }
import-left-out = لا معنى للسطر `{ $words }` إلا للمولّد القديم، فحُذف
import-fence = ترك من إعدادات كتلة الشفرة { $arguments }
import-drafted = صارت الصفحة مسودة بسبب { $code }: { $reason }
import-draft-unnamed = حُذف ما كان يؤدي إلى صفحة صارت مسودة: { $reason }
import-call-text = نص من المولّد القديم يشبه استدعاء مكوّن، وصار نصا عاديا
import-as-code = نص المسودة معروض بهيئة الشفرة، لأنه يوقف البناء كما هو
import-file-missing = لم يعد ملف الأنماط يطلب شيئا هنا: { $reason }
import-asset-refused = لا مكان له في الموقع الجديد: { $reason }
import-css-broken = ملف أنماط لا يمكن قراءته: { $reason }
import-menu = عنصر القائمة `{ $label }` يدل على { $address } وليس هناك صفحة، فلم ينتقل
import-hosts = تحمل النصوص ملفات من خوادم أخرى، وهي مذكورة تحت `[check]` في `third_party`، ويجب أن تسمح بها سياسة المحتوى (Content-Security-Policy)
import-data = ‏`{ $path }` في `data/`: سمه `source` لمجموعة، أو حمّله في قالب بالدالة `load_data`
import-data-other = بيانات بصيغة لا يقرؤها warraq
import-template = قالب للمولد القديم، وعمله الآن في `templates/`
import-theme = جزء من سمة، وقوالب `templates/` في الموقع الجديد صغيرة ومكتوبة لتُغيَّر
import-archetype = ما كانت تبدأ به النصوص الجديدة؛ يعرف `warraq add` الحقول
import-i18n = كلمات القوالب: اكتبها في `templates/`
import-asset = أصل أنماط أو برامج كان المولد القديم يعالجه: ضع ما يلزم منه في `templates/assets/`
import-output = مما صنعه المولد القديم
import-other = ليس من الموقع
import-symlink = رابط في نظام الملفات، والاستيراد لا يتبعه: انسخ ما يدل عليه
import-name = ليس اسمه UTF-8: غيّر الاسم وانسخه
import-large = حجمه { $size } ميغابايت، ولا تُنسخ الملفات التي تزيد على 64 ميغابايت، ولا ما يزيد مجموعه على 1 غيغابايت
import-unfinished = بقيت مشكلات يسميها `warraq check`
import-address-taken = في { $old } صفحة أخرى، وهذه الآن في { $address }
import-empty = لا ملفات في { $folder }
import-no-site = لا موقع من مواقع { $generator } في { $folder }: لا إعدادات ولا مجلد نصوص
import-no-site-hint = سم المجلد الذي فيه إعدادات الموقع القديم؛ أما مجلد فيه ملفات Markdown فيجعله `warraq import markdown` موقعا
import-site-below = إعدادات { $generator } في { $folder }: سم ذلك المجلد
import-led-on = قسم كان يحيل إلى { $address }، وعنوانه يحيل الآن إليه
import-empty-hint = سم المجلد الذي فيه إعدادات الموقع القديم
imported = الصفحات في { $folder }: { $pages }. يذكر { $report } ماذا صار بكل ملف: لم ينتقل { $left }، ويحتاج { $places } إلى نظر
help-import = ينشئ موقعا جديدا من موقع Hugo أو Zola، أو من مجلد فيه Markdown
help-import-from = ما صُنع به الموقع القديم: hugo أو zola أو markdown
help-import-dir = مجلد الموقع القديم، ويبقى كما هو
help-import-new = المجلد الذي يُنشأ؛ يجب ألا يكون موجودا، أو أن يكون فارغا

## لغات الموقع

language-twice = `{ $tag }` من لغات الموقع سلفا
language-twice-hint = احذف الجدول، فما يقوله الموقع بلغته الأصلية مكانه `[site]` و`[[menus]]` و`[plurals]`
language-prefix-twice = للغتين البادئة `{ $prefix }` نفسها
language-name-twice = للغتين اسم واحد عند القراء، `{ $name }`، فلا يميزون بينهما
language-name-twice-hint = اكتب لهذه اسما يخصها: `name = "{ $name } ({ $tag })"`
language-words-empty-hint = اكتبه بتلك اللغة، أو احذف المفتاح، فيؤخذ `{ $otherwise }`
language-prefix-wrong = لا يصلح `{ $prefix }` مجلدا لصفحات لغة
language-without-home = لا شيء في `{ $address }`، ومنه تبدأ صفحات لغة الموقع
language-without-home-hint = اكتب `url = "{ $address }"` في ترويسة صفحته الرئيسية
language-prefix-hint = اكتب بادئة تبدأ بشرطة مائلة وتنتهي بها، مثل `/fr/`
language-lacks = ينقص `{ $table }`: { $names }
language-lacks-hint = اكتبها تحت `[{ $table }]`، فالقوالب تطلبها في كل لغة
language-has-more = في `{ $table }` ما ليس للموقع بلغته الأصلية: { $names }
language-has-more-hint = اكتبها تحت `[{ $table }]` أيضا
language-extra-alone = ليس في `[extra]` المفتاح `{ $key }`
language-extra-alone-hint = تسأل القوالب عن المفاتيح نفسها في كل لغة: اكتبه تحت `[extra]` أيضا، أو احذفه هنا
language-extra-of-other-kind = `{ $key }` جدول في لغة وقيمة في أخرى
language-extra-of-other-kind-hint = اكتبه كما ورد تحت `[extra]`
key-no-such-word = لا يقبل `{ $key }` القيمة `{ $word }`
language-said-twice = اسم الملف يدل على لغة أخرى
language-said-twice-hint = احذف المفتاح، أو غيّر اسم الملف
language-not-of-site = ليست `{ $tag }` من لغات الموقع
language-only-one = في مسار الملف الرمز `{ $tag }`، وليس للموقع لغة غير `{ $own }`
language-only-one-hint = سم الملف `{ $path }`، فالموقع بلغة واحدة ولا حاجة إلى ذكرها في مسارات ملفاته
language-of-name-hint = أضف `{ $table }` إلى `site.toml`، أو احذف رمز اللغة من اسم الملف
language-of-folder-hint = أضف `{ $table }` إلى `site.toml`، أو انقل الملف إلى مجلد مجموعة
translated-twice = ترجم `{ $name }` إلى `{ $tag }` مرتين
translated-slug-taken-hint = اختر لهذا الملف اسما آخر في العنوان (slug)، أو قل إنه ترجمة ذلك المدخل: `translation_of = "{ $slug }"`
translated-twice-hint = احذف أحد الملفين، أو سمّ مدخلا آخر بالمفتاح `translation_of`
field-shared = الحقل `{ $name }` مشترك بين كل اللغات
field-shared-hint = احذفه من هنا، فمكانه `{ $path }`؛ وإن كان لكل لغة قيمتها فأضف `{ $name }` إلى `translate` في `site.toml`
field-missing-original-hint = أضف `{ $name } = …` ({ $kind })، أو سمّ ما يترجمه هذا الملف: `translation_of = "…"`
field-missing-misnamed-hint = اكتبه، أو سمّ الملف { $path } إن كان ترجمة
field-missing-untranslated-hint = أضف `{ $name } = …` ({ $kind })، أو سمّ ما يترجمه هذا الملف: { $names }
translation-of-hint = اكتب اسم المدخل في عنوانه (slug) بلغة الموقع
translation-missing = `{ $name }` غير موجود بلغة { $tags }
translation-missing-hint = اكتب { $paths }
key-language = اللغة، إن لم يدل عليها اسم الملف
key-translation-of = اسم ما يترجمه هذا في عنوانه (slug)، إن لم يدل عليه اسم الملف
key-translated-from = حال الأصل الذي يترجمه هذا
translation-stale = تغير `{ $path }` بعد هذه الترجمة
translation-state-open = لا يذكر الملف أي نسخة من `{ $path }` يترجمها
field-copied = في `{ $name }` بلغة `{ $language }` كلمات الأصل العربية بحروفها
field-copied-hint = ترجمها، أو أخرج `{ $name }` من `translate` في site.toml إن كانت اللغات كلها تشترك فيه
paragraph-in-arabic = فقرة عربية في صفحة بلغة أخرى
paragraph-in-arabic-hint = ترجمها، أو اجعلها اقتباسا: ضع `>` في أول كل سطر منها، أو ضع كلماتها بين « و»
translation-stale-hint = راجع الترجمة، ثم اكتب `translated_from = "{ $state }"`
translated-row = { $collection }  { $language }  كامل { $complete }، غائب { $missing }، قديم { $stale }
language-search-alone = لا بحث في الموقع بلغته الأصلية
language-search-alone-hint = أضف الجدول `[search]`، ففيه ما يبحث فيه
language-groups-missing = تحتاج مجموعات البحث إلى أسماء بعددها في هذه اللغة: { $groups }
language-groups-missing-hint = اكتبها بترتيبها: `groups = ["…"]`
language-source-hint = اكتب `label = "paragraphe {"{"}n{"}"}"`، وهو ما يسمى به الاقتباس في تلك اللغة
