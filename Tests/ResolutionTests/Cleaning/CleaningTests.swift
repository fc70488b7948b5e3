import Testing

@testable import Resolution

@Suite struct CleaningTests {
  private func clean(_ kind: FieldKind, _ value: String, _ order: DateCleaning.Order = .dayFirst) -> String? {
    let cleaning = ValueCleaning(kind: kind, order: order)
    return Array(value.utf8).withUnsafeBufferPointer { cleaning.clean($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    "1980-03-04", "19800304", "04/03/1980", "4.3.1980", "4 March 1980", "March 4, 1980", "4th Mar 1980",
    "1980-03-04T00:00:00Z", "04031980",
  ])
  func readsDatesInManyFormats(text: String) { #expect(clean(.date, text) == "19800304") }

  @Test func readsPartsOfDatesAndKeepsSlipsOfThePen() {
    #expect(clean(.date, "1980") == "19800000")
    #expect(clean(.date, "1980-03") == "19800300")
    #expect(clean(.date, "19561409") == "19561409")
    #expect(clean(.date, "03/04/1980", .monthFirst) == "19800304")
    #expect(clean(.date, "13/04/1980", .monthFirst) == "19800413")
    #expect(clean(.date, "spring") == nil)
    #expect(clean(.date, "") == "")
  }

  @Test func findsTheOrderOfDaysAndMonthsInAColumn() throws {
    let american = try Reading.clean("id,dob\n1,03/25/1980\n2,03/04/1980\n3,12/31/1999\n")
    #expect(american.text(1, 0) == "19800304")
    #expect(american.notices.isEmpty)
    let mixed = try Reading.clean("id,dob\n1,03/25/1980\n2,25/03/1980\n3,03/04/1980\n")
    #expect(mixed.text(2, 0) == "19800403")
    #expect(mixed.notices.count == 1)
  }

  @Test func missingIsNotAValue() {
    for word in ["NULL", "n/a", "-", "unknown", "NaN"] { #expect(clean(.familyName, word) == "") }
    #expect(clean(.familyName, "Nunn") == "nunn")
  }

  @Test func foldsMarksCaseAndPunctuation() {
    #expect(clean(.familyName, "O'Brien-Łukasz ") == "obrien lukasz")
    #expect(clean(.givenName, "ZOË") == "zoe")
    #expect(clean(.document, "ab-12 34.x") == "ab1234x")
    #expect(clean(.phone, "+44 (0)7734 441175") == "+44 7734441175")
    #expect(clean(.phone, "07734 441175") == "7734441175")
    #expect(clean(.plate, "А123ВС 77") == "a123bc77")
    #expect(clean(.phone, "none given") == nil)
  }

  @Test func readsMixedEncodingsValueByValueAndSaysSo() throws {
    let bytes = Array("id,name\n1,Zoë\n2,Zo".utf8) + [0xEB] + Array("\n".utf8)
    let table = try bytes.withUnsafeBytes { try TableFormat.csv.table($0) }
    let clean = try CleanTable(table, as: ColumnGuesser.guess(table, key: 0))
    #expect(clean.text(0, 0) == "zoe")
    #expect(clean.text(1, 0) == "zoe")
    #expect(clean.notices.map(\.count) == [1])
  }

  @Test func refusesATableOfWhichNothingCanBeCompared() throws {
    let table = try Reading.table("id,nationality\n1,x\n")
    let fault = #expect(throws: ResolutionFault.self) {
      try CleanTable(table, as: ColumnGuesser.guess(table, key: 0))
    }
    #expect(fault?.code == .columnMissing)
  }
}
