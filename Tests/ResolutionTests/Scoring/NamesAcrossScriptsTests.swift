import Testing

@testable import Resolution

/// Records of one person under a name in two scripts are found and joined, which letters alone would miss.
@Suite struct NamesAcrossScriptsTests {
  private static let latin = [
    "Mohammed Salman", "Khaled Mansour", "Yusuf Karim", "Ahmad Hassan", "Omar Rashid", "Tariq Nasser", "Bilal Fares",
    "Samir Darwish", "Walid Jaber", "Hamza Saleh",
  ]
  private static let arabic = [
    "محمد سلمان", "خالد منصور", "يوسف كريم", "احمد حسن", "عمر رشيد", "طارق ناصر", "بلال فارس", "سمير درويش",
    "وليد جابر",
    "حمزة صالح",
  ]

  private static var text: String {
    var text = "id,name,dob,phone\n"
    for (index, name) in (latin + arabic).enumerated() {
      let person = index % latin.count
      text += "\(index),\(name),19\(70 + person)-03-1\(person),0612\(person)34\(person)5\(person)\n"
    }
    return text
  }

  @Test func aTableWithOtherScriptsSaysSo() throws {
    #expect(try Reading.clean(Self.text).hasNamesBeyondLatin)
    #expect(try !Reading.clean("id,name\n1,Anna Berg\n2,Karl Lund\n").hasNamesBeyondLatin)
  }

  @Test func oneNameInTwoScriptsHasOneKey() {
    let comparer = NameComparer()
    let same = zip(Self.latin, Self.arabic).filter { comparer.key($0) == comparer.key($1) }.count
    #expect(same >= 8, "only \(same) of 10 share a key")
    #expect(comparer.key("") == nil)
  }

  @Test func recordsInTwoScriptsAreJoined() throws {
    let answer = Resolver(names: NameComparer()).resolve(try Reading.clean(Self.text))
    let joined = Self.latin.indices.filter { answer.clusters[$0] == answer.clusters[$0 + Self.latin.count] }.count
    #expect(joined >= 8, "only \(joined) of 10 are joined")
  }
}
