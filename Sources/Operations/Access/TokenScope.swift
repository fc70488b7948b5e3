package import Marking

/// A word for what a bearer token is good for, as `foreland token issue --scope` takes it.
///
/// Beside the words below, any scope that `Marking` can read is one too, such as `see:picture`.
package struct TokenScope: RawRepresentable, Hashable, Sendable {
  package let rawValue: String
  /// What the word stands for.
  package let scopes: Set<Scope>

  /// Reads a word; nil when it is no scope.
  package init?(rawValue: String) {
    self.rawValue = rawValue
    if let bundle = Self.bundles[rawValue] {
      scopes = bundle
    } else if let scope = Scope(text: rawValue) {
      scopes = [scope]
    } else {
      return nil
    }
  }

  private init(known: String) {
    rawValue = known
    scopes = Self.bundles[known] ?? []
  }

  /// Everything that can be seen.
  package static let read = TokenScope(known: "read")
  /// The live picture, tracks and their paths.
  package static let pictureRead = TokenScope(known: "picture:read")
  /// The watch log.
  package static let logRead = TokenScope(known: "log:read")
  /// The record of who did what.
  package static let recordRead = TokenScope(known: "record:read")
  /// New entries and corrections in the watch log; reads the log too.
  package static let logWrite = TokenScope(known: "log:write")
  /// New contact reports, and nothing besides: what a partner's machine needs to hand in what it knows of people in danger.
  package static let contactsWrite = TokenScope(known: "contacts:write")
  /// People, tokens, settings and feeds.
  package static let admin = TokenScope(known: "admin")

  /// The words, in the order in which a page lists them.
  package static let words: [TokenScope] = [read, pictureRead, logRead, recordRead, logWrite, contactsWrite, admin]

  private static let bundles: [String: Set<Scope>] = [
    "read": [Scope(act: .see, kind: nil)],
    "picture:read": [Scope(act: .see, kind: .picture), Scope(act: .see, kind: .feeds)],
    "log:read": [Scope(act: .see, kind: .log)],
    "record:read": [Scope(act: .see, kind: .record), Scope(act: .inspect, kind: .record)],
    "log:write": [.see, .append, .correct].reduce(into: []) { $0.insert(Scope(act: $1, kind: .log)) },
    "contacts:write": [Scope(act: .append, kind: .incident)],
    "admin": ([.people, .account, .feeds, .ledger] as [ObjectKind]).reduce(into: []) { scopes, kind in
      for act in [Act.see, .append, .correct, .close, .administer] { scopes.insert(Scope(act: act, kind: kind)) }
    },
  ]
}
