import ArgumentParser
import Foundation
import Resolution

/// Records that were guessed at, admitted and cleaned, with words about each step.
struct ResolveInput {
  /// The records that were admitted.
  let table: RecordTable
  /// The column that names them.
  let key: Int
  let clean: CleanTable
  /// The knowing comparison of names, where letters alone would not do.
  let names: NameComparer?

  init(_ table: RecordTable, options: ResolveOptions) throws {
    guard let key = table.column(options.key) else {
      throw ResolveRefusal(path: "input", reason: "There is no column \(options.key).")
    }
    let given = try options.kinds()
    if let unknown = given.keys.sorted().first(where: { !table.headings.contains($0) }) {
      throw ValidationError("There is no column \(unknown); there are \(table.headings.joined(separator: ", ")).")
    }
    let guesses = ColumnGuesser.guess(table, key: key, given: given)
    ProgressLine.clear()
    ProgressLine.say("columns:")
    for guess in guesses { ProgressLine.say("  \(guess)") }
    let admission = Admission(
      gatheredFor: try options.purpose(), decisions: try options.decisions.map(ResolveFiles.decisions) ?? [],
      roles: try options.roles())
    self.key = key
    self.table = try admission.admit(table, key: key, kinds: guesses.map(\.kind))
    clean = try CleanTable(self.table, as: guesses)
    names = clean.hasNamesBeyondLatin ? NameComparer() : nil
    for notice in clean.notices { ProgressLine.say("note: \(notice)") }
  }
}
