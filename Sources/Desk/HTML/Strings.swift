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
      PackageResources.provider_en_json, PackageResources.health_en_json,
    ])
  static let french = Strings(
    .french,
    files: [
      PackageResources.desk_fr_json, PackageResources.craft_fr_json, PackageResources.picture_fr_json,
      PackageResources.provider_fr_json, PackageResources.health_fr_json,
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
    arguments.reduce(self[key]) { text, argument in
      text.replacingOccurrences(of: "{\(argument.key)}", with: argument.value)
    }
  }

  /// Whether the language has a text for this key.
  func has(_ key: String) -> Bool { texts[key] != nil }
}
