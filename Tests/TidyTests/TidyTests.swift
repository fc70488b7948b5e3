import Foundation
import Testing

/// Keeps the house tidy: what `CONTRIBUTING.md` asks of every file is asked here of all of them.
@Suite struct TidyTests {
  private func expectNone(_ breaches: [Breach]) {
    for breach in breaches { Issue.record("\(breach.testDescription)") }
  }

  @Test func theHouseIsFound() {
    #expect(House.sources.count > 20, "Sources was not found under \(House.root.path)")
    #expect(House.tests.contains { $0.path == "Tests/TidyTests/TidyTests.swift" })
  }

  @Test func functionsAreShort() {
    expectNone((House.sources + House.tests).flatMap(Rules.longFunctions))
  }

  @Test func filesAreShort() {
    expectNone((House.sources + House.tests).flatMap(Rules.longFiles))
  }

  @Test func nothingIsLeftForLater() {
    expectNone((House.sources + House.tests).flatMap(Rules.unfinished))
  }

  @Test func importsPointOneWay() {
    expectNone(House.sources.flatMap(Rules.imports))
  }

  @Test func pureModulesReadNoClockAndNoChance() {
    expectNone(House.sources.flatMap(Rules.impurities))
  }

  @Test func everyUncheckedSendableSaysWhy() {
    expectNone((House.sources + House.tests).flatMap(Rules.uncheckedWithoutReason))
  }

  @Test func decisionsAreNumberedWithoutGaps() {
    let names = House.paths(in: "docs/decisions").map { String($0.dropFirst("docs/decisions/".count)) }
    let numbered = names.filter { $0 != "README.md" }
    for (index, name) in numbered.enumerated() {
      let number = String(index + 1)
      let wanted = String(repeating: "0", count: 4 - number.count) + number + "-"
      #expect(name.hasPrefix(wanted) && name.hasSuffix(".md"), "docs/decisions/\(name):1: expected \(wanted)….md here")
    }
  }

  @Test func bothLanguagesSayTheSameThings() throws {
    let paths = House.paths(in: "Sources/Desk/Strings").filter { $0.hasSuffix(".en.json") }
    #expect(!paths.isEmpty)
    for path in paths {
      let french = path.replacingOccurrences(of: ".en.json", with: ".fr.json")
      let english = try keys(path)
      let other = try keys(french)
      for key in english.subtracting(other).sorted() { Issue.record("\(french):1: \(key) is missing") }
      for key in other.subtracting(english).sorted() { Issue.record("\(path):1: \(key) is missing") }
    }
  }

  /// A line must not break before « : » and the like.
  @Test func frenchSignsKeepTheirSpace() throws {
    let loose = try Regex(" [;:?!%»]|« ")
    for path in House.paths(in: "Sources/Desk/Strings").filter({ $0.hasSuffix(".fr.json") }) {
      let text = try #require(House.text(of: path), "\(path):1: cannot be read")
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        // The key's own colon stands between the first two quotes after it.
        let words = line.split(separator: "\": \"", maxSplits: 1).last ?? ""
        if words.contains(loose) { Issue.record("\(path):\(number + 1): a plain space beside a sign") }
      }
    }
  }

  @Test func noRegistryIsNamed() {
    expectNone(
      House.paths(in: "").flatMap { path in
        House.text(of: path).map { Rules.registryHosts(path: path, text: $0) } ?? []
      })
  }

  /// The keys of a strings file, nested ones joined by points.
  private func keys(_ path: String) throws -> Set<String> {
    let text = try #require(House.text(of: path), "\(path):1: cannot be read")
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return Set(keys(of: object, under: ""))
  }

  private func keys(of object: Any, under prefix: String) -> [String] {
    guard let members = object as? [String: Any] else { return [prefix] }
    return members.flatMap { name, value in keys(of: value, under: prefix.isEmpty ? name : prefix + "." + name) }
  }
}
