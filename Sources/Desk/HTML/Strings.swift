import Foundation

/// The texts of the desk in one language, by key.
///
/// The texts are data files beside this module (`Strings/*.json`), a file for each part of the desk and language; a test
/// holds every language to the same keys.
struct Strings: Sendable {
  let language: Language
  /// Text by key, such as `signIn.title`. A `{name}` in a text stands for an argument.
  let texts: [String: String]

  static let english = Strings(
    .english,
    files: [
      PackageResources.desk_en_json, PackageResources.craft_en_json, PackageResources.picture_en_json,
      PackageResources.provider_en_json, PackageResources.health_en_json, PackageResources.alerts_en_json,
      PackageResources.rescue_en_json, PackageResources.calls_en_json,
      PackageResources.watch_en_json, PackageResources.drift_en_json, PackageResources.search_en_json,
      PackageResources.survival_en_json,
      PackageResources.statistics_en_json,
    ])
  static let french = Strings(
    .french,
    files: [
      PackageResources.desk_fr_json, PackageResources.craft_fr_json, PackageResources.picture_fr_json,
      PackageResources.provider_fr_json, PackageResources.health_fr_json, PackageResources.alerts_fr_json,
      PackageResources.rescue_fr_json, PackageResources.calls_fr_json,
      PackageResources.watch_fr_json, PackageResources.drift_fr_json, PackageResources.search_fr_json,
      PackageResources.survival_fr_json,
      PackageResources.statistics_fr_json,
    ])

  static func of(_ language: Language) -> Strings {
    switch language {
    case .english: english
    case .french: french
    }
  }

  private init(_ language: Language, files: [[UInt8]]) {
    self.language = language
    texts = files.reduce(into: [:]) { all, file in
      let part = try? JSONDecoder().decode([String: String].self, from: Data(file))
      all.merge(part ?? [:]) { first, _ in first }
    }
  }

  /// The text for a key; the key itself when there is none, so that a gap shows and never stops a page.
  subscript(_ key: String) -> String { texts[key] ?? key }

  /// The text for a key with its arguments filled in.
  func callAsFunction(_ key: String, _ arguments: [String: String]) -> String {
    Self.filled(self[key]) { name in arguments[name] ?? "{\(name)}" }
  }

  /// The text for a key with its arguments filled in; a place without an argument goes, and the blank before it.
  func sentence(_ key: String, _ arguments: [String: String]) -> String {
    Self.filled(self[key]) { name in arguments[name] }
  }

  /// A text with what belongs in each `{name}`; what is filled in is not looked through again.
  private static func filled(_ text: String, _ argument: (String) -> String?) -> String {
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      filled += rest[..<open]
      let name = rest[rest.index(after: open)..<close]
      if !name.allSatisfy({ $0.isASCII && $0.isLetter }) {
        filled += rest[open...close]
      } else if let value = argument(String(name)) {
        filled += value
      } else if filled.last == " " {
        filled.removeLast()
      }
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  /// Whether the language has a text for this key.
  func has(_ key: String) -> Bool { texts[key] != nil }
}
