import Foundation

/// A language that the desk speaks.
enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case french = "fr"

  /// The language's own name for itself.
  var endonym: String {
    switch self {
    case .english: "English"
    case .french: "Français"
    }
  }

  /// The best language for an `Accept-Language` header (RFC 9110, 12.5.4), English when it names none of ours.
  static func preferred(_ acceptLanguage: String?) -> Language {
    let ranges = (acceptLanguage ?? "").prefix(256).split(separator: ",").map { range in
      let fields = range.split(separator: ";")
      let tag = fields.first.map { $0.trimmingCharacters(in: .whitespaces).lowercased() } ?? ""
      let quality = fields.dropFirst().first { $0.contains("q=") }.flatMap { Double($0.drop { $0 != "=" }.dropFirst()) }
      return (tag: tag, quality: quality ?? 1)
    }
    for range in ranges.sorted(by: { $0.quality > $1.quality }) where range.quality > 0 {
      let primary = String(range.tag.prefix { $0 != "-" })
      if let language = Language(rawValue: primary) { return language }
    }
    return .english
  }
}
