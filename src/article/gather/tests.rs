//! What is proposed of single sentences: whom an agreement binds, and where names end.

use crate::article::proposal::{Kind, Proposal};
use crate::article::{propose, read};

fn proposals(paragraphs: &str) -> Vec<Proposal> {
    let text = format!("عنوان لا يقول شيئا عن أحد\n{paragraphs}");
    propose(&read("article.txt", text.as_bytes()).unwrap())
}

/// The names of a kind, joined.
fn names(paragraphs: &str, kind: Kind) -> String {
    let all = proposals(paragraphs);
    let all = all.iter().filter(|one| one.kind == kind);
    all.map(|one| one.name.as_str())
        .collect::<Vec<_>>()
        .join("، ")
}

#[test]
fn an_agreement_binds_whoever_its_verb_is_of() {
    for (sentence, agreement, parties) in [
        // Behind the verb, before it, and said once for two.
        (
            "انضمت ماليزيا سنة 2019 إلى معاهدة أعالي البحار، وصادقت على اتفاقية باريس.",
            "معاهدة أعالي البحار",
            "ماليزيا",
        ),
        (
            "انضمت ماليزيا سنة 2019 إلى معاهدة أعالي البحار، وصادقت على اتفاقية باريس.",
            "اتفاقية باريس",
            "ماليزيا",
        ),
        (
            "وذكر أن الأردن صادق على اتفاقية باريس في مطلع العام.",
            "اتفاقية باريس",
            "الأردن",
        ),
        (
            "وتعد سلطنة عمان طرفا في اتفاقية باريس منذ سنوات.",
            "اتفاقية باريس",
            "سلطنة عمان",
        ),
        (
            "ويستند القرار إلى اتفاقية الأمم المتحدة لمكافحة الفساد التي انضمت إليها الكويت والعراق.",
            "اتفاقية الأمم المتحدة لمكافحة الفساد",
            "الكويت، العراق",
        ),
        // A parliament ratifies what others have made.
        (
            "صادق مجلس النواب على اتفاقية قرض مع البنك الدولي.",
            "اتفاقية قرض مع البنك الدولي",
            "البنك الدولي",
        ),
        // «تربط» before what it joins by.
        (
            "وتقع تونس على المتوسط، وتربطها بمالطا اتفاقية صيد تجدد كل سنة بعد توقيعها.",
            "اتفاقية صيد",
            "تونس، مالطا",
        ),
        (
            "وأعلن الأمين العام انضمام ماليزيا وتايلاند إلى ميثاق حماية الشعاب المرجانية.",
            "ميثاق حماية الشعاب المرجانية",
            "ماليزيا، تايلاند",
        ),
        // Somebody signs for the body that their office is of, wherever the line says that it was written.
        (
            "غزة 3-12-2026 وفا- وقع رئيس سلطة الطاقة سليم حداد، مع مدير مكتب الوكالة الألمانية للتعاون الدولي «جيز» كارل شتاين، اتفاقية منحة.",
            "اتفاقية منحة",
            "سلطة الطاقة، الوكالة الألمانية للتعاون الدولي",
        ),
        // What was made before does not bind whoever speaks of it.
        (
            "وقع بنك مصر عقدا، وأقر المجلس اتفاقية القرض المبرمة مع البنك الدولي.",
            "اتفاقية القرض المبرمة مع البنك الدولي",
            "البنك الدولي",
        ),
        // Each of two agreements has its own «مع».
        (
            "وقعت وزارة الصحة اتفاقية شراكة مع معهد باستور، وبروتوكول تعاون مع جامعة الملك سعود.",
            "بروتوكول تعاون مع جامعة الملك سعود",
            "وزارة الصحة، جامعة الملك سعود",
        ),
        (
            "أعلنت وزارة الصحة تجديد المخزون، وتوقيع اتفاقية شراكة مع معهد باستور.",
            "اتفاقية شراكة مع معهد باستور",
            "وزارة الصحة، معهد باستور",
        ),
    ] {
        let all = proposals(&format!("{sentence}\nوانتهى الحفل مساء."));
        let found = all.iter().find(|one| one.name == agreement);
        let found = found.unwrap_or_else(|| panic!("{sentence}: {all:?}"));
        let found: Vec<&str> = found.parties.iter().map(|at| &*all[*at].name).collect();
        assert_eq!(found.join("، "), parties, "{sentence}");
    }
}

#[test]
fn a_body_spoken_of_again_is_the_one_that_the_article_is_about() {
    let all = proposals(
        "أعلن الاتحاد المصري لكرة اليد موعد البطولة.\n\
         وحضر ممثلون عن الاتحاد الدولي لكرة اليد. وكان الاتحاد قد أبرم اتفاقية رعاية مع بنك مصر.",
    );
    let accord = all.iter().find(|one| one.kind == Kind::Accord).unwrap();
    let parties = accord.parties.iter().map(|at| &*all[*at].name);
    assert_eq!(
        parties.collect::<Vec<_>>(),
        ["الاتحاد المصري لكرة اليد", "بنك مصر"]
    );
}

#[test]
fn names_go_on_to_their_ends() {
    for (sentence, kind, found) in [
        (
            "وزارت اللجنة مؤسسة السينما والتلفزيون.",
            Kind::Body,
            "مؤسسة السينما والتلفزيون",
        ),
        (
            "وقال إن الصندوق الوطني للتأمين على الحوادث يسدد.",
            Kind::Body,
            "الصندوق الوطني للتأمين على الحوادث",
        ),
        (
            "وزار الوفد مركز خالد جمال في المساء.",
            Kind::Body,
            "مركز خالد جمال",
        ),
        (
            "وزار الوفد معهد ماكس شتاين لعلوم البحار.",
            Kind::Body,
            "معهد ماكس شتاين لعلوم البحار",
        ),
        (
            "وتأهيل شبكة نابلس ومبنى مكتب الوكالة الألمانية للتعاون الدولي.",
            Kind::Body,
            "الوكالة الألمانية للتعاون الدولي",
        ),
        (
            "وبنيت محطتا نابلس الشرقية والخليل.",
            Kind::Place,
            "نابلس، الخليل",
        ),
        (
            "وشملت الحملة معتمديات طبربة والبطان والمرناقية، وأفادت.",
            Kind::Place,
            "طبربة، البطان، المرناقية",
        ),
        (
            "وشملت الحملة أقاليم الشمال والجنوب، وبلديات كبرى وصغرى.",
            Kind::Place,
            "",
        ),
        (
            "وقالت رئيسة لجنة المهرجانات كلير دو بريه في مؤتمر.",
            Kind::Person,
            "كلير دو بريه",
        ),
        (
            "واستقبل سفير إيطاليا ماوريتسيو بوزولو وفدا.",
            Kind::Person,
            "ماوريتسيو بوزولو",
        ),
        (
            "ووقع وزير الصيد المختار محمد بلال الاتفاق.",
            Kind::Person,
            "المختار محمد بلال",
        ),
        (
            "وقعت الوزارة مذكرة تفاهم حول الغابات.",
            Kind::Accord,
            "مذكرة تفاهم حول الغابات",
        ),
        (
            "وقعت الوزارة اتفاقيات شراكة مع مصانع نسيج محلية، ثم غادرت.",
            Kind::Accord,
            "اتفاقيات شراكة مع مصانع نسيج محلية",
        ),
    ] {
        assert_eq!(names(sentence, kind), found, "{sentence}");
    }
}
