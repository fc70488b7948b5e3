import Foundation
import Geodesy
import Ledger
import Marking

/// What one kind of entry says, in the part of its payload that is named `fact`.
///
/// A fact names people only by their sign-in names. What else is personal goes into parts of its own, sealed for the
/// person, so that erasing the person leaves the fact.
protocol Fact: Codable, Sendable {
  /// The kind of the entry, which is also the code of its sentence in the record.
  static var kind: String { get }
  /// The thing whose version the entry advances, for example `person:mara`.
  var aggregate: String { get }
  /// Everything that the entry is about, by name.
  var subjects: [String] { get }
}

extension Fact {
  var subjects: [String] { [aggregate] }
}

/// The names of the parts of a payload.
enum PartName {
  static let fact = "fact"
  /// What is personal about a person.
  static let personal = "personal"
  /// What proves who a person is: a password's hash, a second factor's secret.
  static let credential = "credential"
  /// The network address that someone came from.
  static let address = "address"
  /// What a person wrote.
  static let text = "text"
}

extension EntryDraft {
  /// A draft of an entry that says a fact.
  ///
  /// - Parameters:
  ///   - about: when it happened; the time it is said, where that is the same.
  ///   - sealed: further parts, each sealed for its subjects.
  init(_ fact: some Fact, about: Instant, marking: Marking, sealed: [PayloadPart] = []) throws {
    let part = PayloadPart(name: PartName.fact, bytes: [UInt8](try JSONEncoder.sorted.encode(fact)))
    self.init(
      kind: type(of: fact).kind, aggregate: fact.aggregate, aboutMilliseconds: about.millisecondsSince1970,
      marking: marking.text, subjects: fact.subjects, parts: [part] + sealed)
  }
}

extension Entry {
  /// The fact that the entry says, when it is of this kind and can still be opened.
  func fact<Said: Fact>(_ type: Said.Type) throws -> Said? {
    guard kind == Said.kind, let bytes = part(PartName.fact) else { return nil }
    return try JSONDecoder().decode(Said.self, from: Data(bytes))
  }

  /// The text of a part, when it can still be opened.
  func text(_ part: String) -> String? {
    self.part(part).map { String(decoding: $0, as: UTF8.self) }
  }

  /// When the entry was recorded.
  var recorded: Instant { Instant(millisecondsSince1970: recordedMilliseconds) }
}

/// The name under which a person is a subject and an aggregate.
func subject(of person: PersonName) -> String { "person:\(person.text)" }

extension JSONEncoder {
  /// An encoder whose text for equal values is equal.
  static var sorted: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }
}
