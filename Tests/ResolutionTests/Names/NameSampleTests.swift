import Foundation
import Resolution
import Testing

/// The folder of labelled names, if there is one.
private let nameFolder: URL? = {
  guard let root = ProcessInfo.processInfo.environment["FORELAND_DATA"] else { return nil }
  let folder = URL(fileURLWithPath: root).appendingPathComponent("names")
  return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}()

@Suite(.enabled(if: nameFolder != nil, "needs the folder that FORELAND_DATA names"))
struct NameSampleTests {
  @Test func theHeldBackHalvesAreJudgedAsWellAsPromised() throws {
    try expectF1(of: "nomenklatura_name_cases.csv", first: 2, label: 4, least: 0.83) { _ in true }
    try expectF1(of: "nomenklatura_name_cases.csv", first: 2, label: 4, least: 0.80) { $0[1] == "Person" }
    try expectF1(of: "ar_latin_pairs.csv", first: 0, label: 2, least: 0.78) { _ in true }
  }

  private func expectF1(
    of file: String, first: Int, label: Int, least: Double, where isWanted: ([String]) -> Bool
  ) throws {
    let folder = try #require(nameFolder)
    let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    let comparer = NameComparer()
    let judged = text.split(whereSeparator: \.isNewline).dropFirst().map(fields).filter(isWanted).compactMap {
      row -> NameMeasure.Judged? in
      guard row.count > label, NameHalf.of(row[first], row[first + 1]) == .heldBack else { return nil }
      return .init(score: comparer.score(row[first], row[first + 1]), isSame: ["1", "true"].contains(row[label]))
    }
    #expect(judged.count > 200)
    let measure = NameMeasure(judged)
    #expect(measure.best.f1 >= least, "\(file): \(measure.best)")
    #expect(measure.calibrationError < 0.08)
  }

  private func fields(_ line: Substring) -> [String] {
    var (made, field, isQuoted): ([String], String, Bool) = ([], "", false)
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        made.append(field)
        field = ""
      } else {
        field.append(character)
      }
    }
    return made + [field]
  }
}
