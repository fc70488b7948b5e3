import ArgumentParser
import Foundation
import Resolution

/// `foreland names identify`: reads an identifier, or compares two.
struct NamesIdentify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "identify", abstract: "Read an identifier and its check digit, or compare two.",
    discussion: """
      Kinds: \(IdentifierKind.allCases.map(\.rawValue).joined(separator: ", ")). Prints the canonical form, what the \
      check digit says \
      and what was assumed. The exit status is 1 when a text is no identifier of the kind.
      """)

  @Argument(
    help: "The kind.",
    transform: { text in
      guard let kind = IdentifierKind(rawValue: text) else { throw ValidationError("There is no kind \"\(text)\".") }
      return kind
    })
  var kind: IdentifierKind
  @Argument(help: "One identifier, or two to compare.")
  var texts: [String]
  @Option(help: "The country code for telephone numbers without one.")
  var callingCode: Int?

  func validate() throws {
    guard 1...2 ~= texts.count else { throw ValidationError("Give one identifier, or two to compare.") }
    if let callingCode, !(1...999).contains(callingCode) {
      throw ValidationError("A country code has one to three digits.")
    }
  }

  func run() throws {
    do {
      let readings = try texts.map { try IdentifierReading.read($0, as: kind, callingCode: callingCode) }
      for reading in readings {
        let check = reading.check == .none ? [] : ["check digit \(reading.check.rawValue)"]
        print(([reading.canonical] + check + reading.notes).joined(separator: "; "))
      }
      guard readings.count == 2 else { return }
      let comparison = IdentifierComparison(readings[0], readings[1])
      print(String(format: "%+.1f bits  ", comparison.bits) + comparison.words)
    } catch let fault as IdentifierFault {
      tell("foreland: \(fault)\n")
      throw ExitCode(1)
    }
  }
}
