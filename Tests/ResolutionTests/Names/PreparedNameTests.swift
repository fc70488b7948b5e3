import Resolution
import Testing

struct PreparedNameTests {
  @Test(arguments: [
    ("Erdoğan", "erdogan"), ("Nguyễn Thị Ánh", "nguyen thi anh"), ("Đặng", "dang"), ("Straße", "strasse"),
    ("Володимир Зеленський", "volodimir zelenskiy"), ("Κυριάκος Μητσοτάκης", "kyriakos mitsotakis"),
    ("Μπάμπης", "babis"), ("Παπανδρέου", "papandreou"), ("محمد بن سلمان", "mhmd bn slman"), ("پزشکیان", "pzshkyan"),
    ("کوردستان", "kwrdstan"), ("خوشحال خټک", "khwshhal khtk"), ("السيسي", "al sysy"), ("عبدالرحمن", "ebd al rhmn"),
    ("ኃይለ ሥላሴ", "hayle slase"), ("习近平", "xi jinping"), ("習近平", "xi jinping"), ("欧阳修", "ouyang xiu"),
    ("김정은", "gim jongun"), ("バラク・オバマ", "baraku obama"), ("נתניהו", "ntnyhw"), ("नरेन्द्र मोदी", "narendr modi"),
    ("Abdurrahman", "abd ur rahman"), ("J.-C. Juncker", "jc juncker"), ("Procter & Gamble", "procter and gamble"),
    ("ＴＯＫＹＯ", "tokyo"),
  ])
  func letters(text: String, reading: String) {
    let read = PreparedName(text).reading
    #expect(read == reading, "\(text) reads \(read)")
  }

  @Test func emptyNamesSaySo() {
    for text in ["", "   ", "…", "--", "\u{200E}\u{200F}", "()"] {
      let name = PreparedName(text)
      #expect(name.flaws.contains(.empty))
      #expect(name.flaws.isUnusable)
      #expect(NameComparer().score(name, PreparedName("Anna Berg")) == 0)
      #expect(NameComparer().bits(name, PreparedName("Anna Berg")) == 0)
    }
  }

  @Test func aNameAtTheLimitIsReadAndOnePastItIsNot() {
    let limit = NameLimits.longestNameScalars
    #expect(!PreparedName(String(repeating: "a", count: limit)).flaws.contains(.tooLong))
    #expect(PreparedName(String(repeating: "a", count: limit)).flaws.contains(.cut))
    let long = PreparedName(String(repeating: "a", count: limit + 1))
    #expect(long.flaws == .tooLong)
    #expect(long.reading.isEmpty)
  }

  @Test func manyWordsAreCutAndSaid() {
    let name = PreparedName(
      (0..<60).map { "w\(Character(Unicode.Scalar(97 + UInt8($0 % 26))))" }.joined(separator: " "))
    #expect(name.flaws.contains(.cut))
    #expect(name.reading.split(separator: " ").count == NameLimits.mostWords)
    #expect(NameComparer().score(name, name) > 0.5)
  }

  @Test func controlAndDirectionMarksAreLeftOutAndSaid() {
    let name = PreparedName("An\u{0}na\u{7F} \u{202E}Be\u{200F}rg\u{2066}")
    #expect(name.reading == "anna berg")
    #expect(name.flaws == [.controlCharacters, .invisibleMarks])
  }

  @Test func mixedScriptsAreSaidAndStillRead() {
    // The second letter is a Cyrillic а.
    let name = PreparedName("Mаrtin")
    #expect(name.flaws.contains(.mixedScripts))
    #expect(name.reading == "martin")
    #expect(!PreparedName("Иван Petrov").flaws.contains(.mixedScripts))
  }

  @Test func scriptsWithoutATableAreComparedAsTheyStand() {
    let (one, same, other) = (PreparedName("วชิรา ลงกรณ"), PreparedName("วชิรา ลงกรณ"), PreparedName("สมชาย ใจดี"))
    #expect(one.flaws.contains(.unreadScript))
    let comparer = NameComparer()
    #expect(comparer.score(one, same) > 0.8)
    #expect(comparer.score(one, other) < 0.2)
  }

  @Test func anyScalarsCanBeRead() {
    var state: UInt64 = 7
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    let comparer = NameComparer()
    var last = PreparedName("a")
    for _ in 0..<600 {
      var text = ""
      for _ in 0..<(next() % 40) {
        let range: UInt64 = [0x80, 0x700, 0x3000, 0x11_0000][Int(next() % 4)]
        if let scalar = Unicode.Scalar(UInt32(next() % range)) { text.unicodeScalars.append(scalar) }
      }
      let name = PreparedName(text)
      let score = comparer.score(name, last)
      #expect((0...1).contains(score))
      #expect(abs(score - comparer.score(last, name)) < 0.35)
      last = name
    }
  }
}
