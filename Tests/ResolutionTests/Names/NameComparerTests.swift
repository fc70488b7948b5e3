import Resolution
import Testing

struct NameComparerTests {
  private let comparer = NameComparer()

  @Test(arguments: [
    ("محمد بن سلمان", "Mohammed bin Salman"), ("Muammar al-Gaddafi", "Moamer Kadhafi"),
    ("عبد الفتاح السيسي", "Abdel Fattah el-Sisi"),
    ("Дмитрий Шевченко", "Dmitri Shevchenko"), ("Юрій Бондаренко", "Yuriy Bondarenko"),
    ("Schewtschenko Andrij", "Андрій Шевченко"),
    ("Αλέξανδρος Παπαδόπουλος", "Alexandros Papadopoulos"), ("Nguyễn Văn Hùng", "NGUYEN VAN HUNG"),
    ("Hùng Nguyễn Văn", "Nguyen Van Hung"),
    ("毛泽东", "Mao Tse-tung"), ("张伟", "Chang Wei"), ("Zhou Enlai", "Chou En-lai"), ("张伟", "Zhang Wei"), ("張偉", "张伟"),
    ("አብይ አህመድ", "Abiy Ahmed"),
    ("Recep Tayyip Erdoğan", "ERDOGAN Recep Tayyip"),
    ("Gjergj Hoxha", "Gjergji Hoxha"), ("Shpresa Berisha", "Berisha, Shpresa"), ("کەمال ئەحمەد", "Kamal Ahmad"),
    ("Abdul Rahman Karimi", "Abdurrahman Karimi"),
    ("Bill Brown", "William Brown"), ("J. Smith", "John Smith"), ("Dr. Anna Schmidt", "Anna Schmidt"),
    ("van der Bilt", "Vanderbilt"),
    ("Acme Trading Ltd", "Acme Trading Limited"), ("ООО Восток", "Vostok LLC"),
    ("Timofej Jakowlew", "Timofey Yakovlev"), ("Serhij Zajtsev", "Sergei Zaitsev"),
    ("Георгий Беляев", "Heorhi Belyaev"),
    ("Φώτιος Κυριακίδης", "Fotios Cyriacidhis"), ("黄庆国", "Wong Qingguo"), ("周恩来", "Chou En-lai"),
  ])
  func alike(first: String, second: String) {
    let score = comparer.score(first, second)
    #expect(score > 0.5, "\(first) and \(second): \(score)")
  }

  @Test(arguments: [
    ("Anna Schmidt", "Peter Schmidt"), ("محمد بن سلمان", "Khalid bin Sultan al-Otaibi"),
    ("Nguyen Van Hung", "Nguyen Van Minh"), ("Doan Hoa", "Doan Huu Hung"), ("Than Xuan Xuan", "Than Chi"),
    ("Yang Ming", "Yang Chih-ming"),
    ("习近平", "习近朋"), ("Deutsche Bank", "Deutsche Post"), ("Ahmed Hassan Ali", "Ahmed Mahmoud Ali"),
    ("Arben Hoxha", "Dritan Hoxha"), ("Iran Shipping 12", "Wilson Trading Ltd"), ("Bank of Cyprus", "Bank of Malta"),
  ])
  func unlike(first: String, second: String) {
    let score = comparer.score(first, second)
    #expect(score < 0.5, "\(first) and \(second): \(score)")
  }

  @Test func equalNamesComeBeforeSimilarOnes() {
    let name = PreparedName("Vladimir Putin")
    let equal = comparer.score(name, name)
    for similar in ["Vladimir Pulin", "Vladimir Pudin", "Vladimer Putin", "Wladimir Putin"] {
      #expect(comparer.score(name, PreparedName(similar)) < equal)
    }
  }

  @Test func tonesSpeakWhereBothNamesHaveThem() {
    let unmarked = comparer.score("Nguyễn Văn Hùng", "Nguyen Van Hung")
    #expect(comparer.score("Nguyễn Văn Hùng", "Nguyễn Văn Hưng") < unmarked)
    #expect(abs(comparer.score("Nguyễn Văn Hùng", "Nguye\u{302}\u{303}n Va\u{306}n Hu\u{300}ng") - unmarked) < 0.05)
  }

  @Test func fathersAreNotSons() {
    let same = comparer.score("Salman bin Muhammad al-Rawi", "Salman ibn Mohammed Al Rawi")
    #expect(comparer.score("Salman bin Muhammad al-Rawi", "Muhammad bin Salman al-Rawi") < same)
  }

  @Test func theOrderOfTheTwoNamesDoesNotMatterMuch() {
    for (first, second) in [
      ("Hsi Chin-ping", "习近平"), ("Anna Maria Berg", "Berg Anna"), ("Acme Ltd", "Acme Holding GmbH"),
    ] {
      #expect(abs(comparer.score(first, second) - comparer.score(second, first)) < 1e-9)
    }
  }

  @Test func explanationsAddUp() {
    let (first, second) = (PreparedName("Sergei Lavrov"), PreparedName("Сергей Викторович Лавров"))
    let explanation = comparer.explain(first, second)
    let sum = explanation.evidence.reduce(0) { $0 + $1.bits }
    #expect(abs(sum - explanation.bits) < 1)
    #expect(explanation.bits == comparer.bits(first, second))
    #expect(explanation.score == comparer.score(first, second))
    #expect(explanation.text.contains("sergei — sergey"))
    #expect(explanation.pairs.contains { $0.contains("viktorovich: only in the second, a name") })
  }

  @Test func noFeatureIsAboutOrigin() {
    let explanation = comparer.explain(PreparedName("Ali Reza"), PreparedName("علی رضا"))
    for word in ["nation", "ethnic", "relig", "countr", "cultur"] {
      #expect(!explanation.text.lowercased().contains(word))
    }
  }
}
