import Hummingbird

/// A link to another resource of OGC API – Features.
struct FeatureLink: Sendable {
  var href: String
  var relation: String
  var type: String
  var title: String

  static func write(_ links: [FeatureLink], to json: inout JSONText) {
    json.key("links")
    json.array { json in
      for link in links {
        json.object { json in
          json.key("href")
          json.string(link.href)
          json.key("rel")
          json.string(link.relation)
          json.key("type")
          json.string(link.type)
          json.key("title")
          json.string(link.title)
        }
      }
    }
  }
}

/// Addresses below the landing page, absolute where the request says by which name the desk was reached: some clients do not
/// follow relative ones.
struct FeatureAddresses: Sendable {
  let base: String

  init(_ request: Request, secure: Bool) {
    let letters: (Character) -> Bool = { $0.isASCII && ($0.isLetter || $0.isNumber || "-.:[]".contains($0)) }
    let authority = request.head.authority.flatMap { $0.utf8.count <= 255 && $0.allSatisfy(letters) ? $0 : nil }
    base = (authority.map { "\(secure ? "https" : "http")://\($0)" } ?? "") + "/ogc"
  }

  /// The links of a resource to itself, in the form asked for, and to its other form.
  func selfAndOther(_ path: String, _ format: FeatureFormat, json: String, query: String = "") -> [FeatureLink] {
    let others: [FeatureFormat] = format == .json ? [.json, .html] : [.html, .json]
    return others.map { form in
      FeatureLink(
        href: base + path + "?f=\(form.rawValue)" + (query.isEmpty ? "" : "&" + query),
        relation: form == format ? "self" : "alternate", type: form == .json ? json : "text/html",
        title: form == format ? "This document" : "This document as \(form == .json ? "JSON" : "HTML")")
    }
  }

  func link(_ path: String, _ relation: String, _ title: String, type: String = "application/json") -> FeatureLink {
    FeatureLink(href: base + path, relation: relation, type: type, title: title)
  }
}

/// In which form an answer is asked for: by `f`, else by the Accept header.
enum FeatureFormat: String, Sendable {
  case json, html

  init(_ request: Request) throws {
    if let text = request.query("f") {
      guard let format = FeatureFormat(rawValue: text) else { throw DeskError(.invalid, "f is json or html") }
      self = format
    } else {
      self = Self.preferred(request)
    }
  }

  /// What the Accept header asks for first; JSON where it does not say.
  static func preferred(_ request: Request) -> FeatureFormat {
    let accepted = request.headers[.accept]?.lowercased() ?? ""
    guard let html = accepted.firstRange(of: "text/html") else { return .json }
    let json = accepted.firstRange(of: "json")
    return json.map { $0.lowerBound < html.lowerBound } ?? false ? .json : .html
  }
}
