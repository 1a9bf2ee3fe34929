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
font-family-none-hint = عائلات الخطوط في الموقع: { $known }
font-families-none-hint = عرّف الخط تحت `[fonts]` في `site.toml`

## البطاقات والأيقونات

drawing-not-drawn = لا يمكن رسم `{ $path }`: { $reason }
icons-made-of-it = منه تُصنع أيقونات الموقع بحسب `site.toml`
drawing-ill-formed = الرسم ليس XML سليما: { $reason }
drawing-ill-formed-hint = أغلق كل عنصر، وضع كل قيمة بين علامتي تنصيص
drawing-without-size = ليس للرسم عرض ولا ارتفاع
drawing-of-no-kind = عنصره الأول ليس `svg` من فضاء الأسماء `http://www.w3.org/2000/svg`
drawing-unreadable = تعذرت قراءته: { $error }
drawing-unreadable-hint = يبدأ ملف SVG هكذا: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="…">`
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
drawing-number-hint = لا يجوز في الرسم عدد أكبر من { $limit }
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
card-size-hint = ابدأها هكذا: `<svg width="{ $width }" height="{ $height }" …>`
card-element = لا يجوز في البطاقة العنصر `{ $name }`
card-element-hint = تجد العناصر الجائزة في البطاقة في `docs/cards.md`
card-text-element = لا يجوز العنصر `{ $name }` داخل نص في البطاقة
card-text-element-hint = اكتب لكل جزء عنصر `text` مستقلا؛ والكلمات المكتوبة من اليسار إلى اليمين تُعزل تلقائيا بلا المرشّح `bidi`
card-text-too-long = `{ $words }` أطول مما يتسع له مكانه في البطاقة
card-text-too-long-hint = قصّره، أو وسّع له في القالب: `inline-size` و`data-lines` و`data-smallest`
card-character = ليس في أي من خطوط البطاقة المحرف `{ $character }` ({ $code })
card-character-hint = اكتب محرفا آخر، أو أضف إلى `font-family` في النص خطا فيه هذا المحرف
card-text-attribute = لا تجوز لنص في البطاقة السمة `{ $name }`
card-text-attribute-hint = تجد السمات الجائزة للنص في `docs/cards.md`
card-text-without-width = لا معنى للسمة `{ $name }` بلا `inline-size`
card-text-without-width-hint = اكتب `inline-size="…"`، وهو العرض الذي ينكسر عنده السطر
card-text-without-font = في البطاقة نص بلا خط
card-text-without-font-hint = اكتب `font-family="…"`؛ وعائلات الخطوط في الموقع: { $known }
attribute-value = لا تصلح `{ $value }` قيمة للسمة `{ $name }`
attribute-length-hint = اكتب عددا بوحدات الرسم
attribute-whole-number-hint = اكتب عددا صحيحا أكبر من صفر
attribute-line-height-hint = اكتب عددا مثل 1.5
attribute-font-weight-hint = اكتب عددا من 1 إلى 1000
write-one-of = اكتب واحدا منها: { $names }

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

## الحقول التي يعرّفها site.toml

kind-string = نص
kind-int = عدد صحيح
kind-bool = إما true أو false
kind-date = تاريخ مثل 2025-11-24
kind-url = عنوان يبدأ بـ https://
kind-slug = اسم في العنوان (slug): حروف صغيرة وأرقام وشرطات
kind-markdown = نص بصيغة Markdown
kind-cite = إحالة مثل {"{"} p = 4, quote = ["…"] {"}"}
kind-enum = واحدة من هذه القيم: { $choices }
kind-ref = اسم المدخل في عنوانه (slug)
kind-list = قائمة
kind-table = جدول
type-choice-empty = في `{ $name }` خيار فارغ
type-constructor-unknown = ليس `{ $name }(…)` من أنواع الحقول
type-constructor-unknown-hint = الأنواع ذات الأقواس هي enum(…) وref(…) وlist(…)
type-unknown = ليس `{ $name }` نوعا من أنواع الحقول ولا سجلا
type-unknown-hint = عرّف السجلات تحت [records]
collection-none = لا توجد مجموعة باسم `{ $name }`
collection-declare-hint = عرّفها في site.toml تحت [collections]
collections-hint = المجموعات هي: { $names }
use-title-hint = العنوان حقل من نوع string
use-order-hint = رتّب بحقل فيه عدد أو تاريخ أو نص
use-siblings-hint = يجمع المتجاورات حقل فيه إشارة إلى مدخل أو خيار أو عدد أو نص
use-anchor-hint = اكتب في anchor اسم الحقل الذي يشير إلى الصفحة
use-count-hint = اكتب في `expect` اسم حقل من نوع int فيه العدد
use-day-hint = تحتاج الخلاصة إلى حقل من نوع date
use-summary-hint = الملخص حقل من نوع string أو markdown
use-author-hint = الكاتب نص أو إشارة إلى مدخل، أو قائمة منهما
use-alias-hint = الأسماء الأخرى حقل من نوع string أو list(string)
types-listed-hint = تجد الأنواع كلها في docs/site-toml.md
write-one-of-hint = اكتب واحدة من: { $names }
fields-hint = الحقول هي: { $names }
write-path-hint = اكتب collection.field
plural-none-hint = عرّف صيغه تحت [plurals]
field-nowhere-hint = عرّفه في مجموعة بالنوع list(string)
keys-hint = المفاتيح هي: { $names }

## النصوص بصيغة Markdown

write-ref-hint = اكتب ref:collection/slug
address-names-no-entry = لا يسمي `{ $address }` أي مدخل
address-names-no-paragraph = لا يسمي `{ $address }` أي فقرة
write-cite-hint = اكتب cite:p4 للفقرة 4

## المداخل وما تشير إليه

path-field-none = لا يوجد حقل باسم `{ $name }` في `{ $path }`
fields-there-hint = الحقول هناك هي: { $names }
path-refers-elsewhere = لا يشير `{ $path }` إلى { $name }
path-refers-elsewhere-hint = يجب أن ينتهي المسار بحقل من نوع ref({ $name })
