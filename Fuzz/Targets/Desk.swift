import Foundation
import Geodesy
import HTTPTypes
import Hummingbird
@testable import Desk
@testable import Operations

extension FuzzTarget {
  /// A submitted form, and one with a file, whose boundary is one letter.
  static let form = FuzzTarget(name: "form") { bytes in
    if let upload = try? UploadedForm(Array(bytes), boundary: "b") {
      let parts = upload.fields.count + upload.files.count
      demand(parts <= UploadedForm.mostParts, "a form has no more parts than its limit")
    }
    let form = FormFields(encoded: bytes.text)
    for name in ["text", "name", "password", ""] {
      demand(form[name]?.isEmpty != true, "a blank field is none")
      _ = form.exact(name)
    }
  }

  /// Bodies in JSON: an entry of the log, and the view of a browser.
  static let jsonBody = FuzzTarget(name: "json-body") { bytes in
    let body = Data(bytes)
    _ = try? JSONDecoder().decode(Desk.NewLogEntry.self, from: body)
    guard let view = try? JSONDecoder().decode(Desk.View.self, from: body), let boxes = try? view.read() else { return }
    demand(boxes.count == view.boxes.count, "every box of a view is read or the view refused")
  }

  /// What stands behind the question mark of an address.
  static let query = FuzzTarget(name: "query") { bytes in
    // A request's path holds visible ASCII alone: the server refuses others before a route sees them.
    let path = "/api/picture?" + String(decoding: bytes.map { 0x21...0x7E ~= $0 ? $0 : 0x2B }, as: UTF8.self)
    let head = HTTPRequest(method: .get, scheme: nil, authority: nil, path: path)
    let request = Request(head: head, body: .init(buffer: .init()))
    _ = try? request.box("box")
    _ = try? request.moment("at")
    _ = try? request.sequence("before")
    _ = request.query("q")
    let limit = try? request.number("limit", default: 50, in: 1...200)
    demand(limit.map { 1...200 ~= $0 } ?? true, "a number stays within its bounds")
  }

  /// A query of OGC API – Features: it must ask the same when a link repeats it.
  static let features = FuzzTarget(name: "features") { bytes in
    let visible = String(decoding: bytes.map { 0x21...0x7E ~= $0 ? $0 : 0x2B }, as: UTF8.self)
    for collection in FeatureCollection.allCases {
      guard let asked = FuzzTarget.featureQuery(visible, of: collection) else { continue }
      demand(1...FeatureQuery.greatestLimit ~= asked.limit, "a page stays within its bounds")
      guard let again = FuzzTarget.featureQuery(asked.encoded, of: collection) else {
        return demand(false, "a link is read back from its own text")
      }
      demand(again.encoded == asked.encoded, "a link asks what the request asked")
    }
  }

  private static func featureQuery(_ query: String, of collection: FeatureCollection) -> FeatureQuery? {
    let path = "/ogc/collections/\(collection.rawValue)/items?\(query)"
    let head = HTTPRequest(method: .get, scheme: nil, authority: nil, path: path)
    return try? FeatureQuery(Request(head: head, body: .init(buffer: .init())), of: collection)
  }

  /// The cookies and tokens of a request.
  static let cookie = FuzzTarget(name: "cookie") { bytes in
    let value = bytes.text
    var head = HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/")
    head.headerFields[.cookie] = value
    head.headerFields[.acceptLanguage] = value
    let request = Request(head: head, body: .init(buffer: .init()))
    _ = request.cookies[SessionCookie.name]?.value
    _ = Base32.standard.decode(value)
    if let bytes = Base32.crockford.decode(value) {
      demand(Base32.crockford.decode(Base32.crockford.encode(bytes)) == bytes, "a token is read back as it was")
    }
    if let scope = TokenScope(rawValue: value) { demand(!scope.scopes.isEmpty, "a scope allows something") }
  }

  /// Text from outside on its way into pages and answers: it must come out as text.
  static let page = FuzzTarget(name: "page") { bytes in
    let text = bytes.text
    let html: HTML = "\(text)"
    demand(!html.text.utf8.contains { "<>\"".utf8.contains($0) }, "text cannot become markup or end an attribute")
    var json = JSONText()
    json.array { $0.string(text) }
    let back = try? JSONDecoder().decode([String].self, from: Data(json.bytes))
    demand(back == [text], "text comes out of JSON as it went in")
    demand(!json.bytes.contains { $0 < 0x20 }, "no control character stands in JSON")
  }

  /// The texts of the desk: a file that a translator wrote.
  static let strings = FuzzTarget(name: "strings") { bytes in
    let (head, rest) = bytes.headAndRest
    let strings = Strings.of(head & 1 == 0 ? .english : .french)
    _ = try? JSONDecoder().decode([String: String].self, from: Data(rest))
    _ = strings(rest.text, ["name": rest.text])
    _ = strings("signIn.title", [rest.text: rest.text])
  }

  /// A coastline: an index of text, and rings of coordinates, drawn to GeoJSON.
  static let coastline = FuzzTarget(name: "coastline") { bytes in
    let (head, rest) = bytes.headAndRest
    let cut = rest.count * Int(head) / 256
    guard
      let coast = try? CoastlineFile(
        index: Data(rest[..<(rest.startIndex + cut)]), data: Data(rest[(rest.startIndex + cut)...]), place: "fuzz")
    else { return }
    var writer = ChartWriter(attribution: "fuzz", decimals: 4)
    for record in coast.records {
      guard let ring = coast.ring(record), let clipped = ChartBox.world.clip(ring) else { continue }
      _ = writer.addArea(kind: "land", ring: simplify(clipped, toleranceDegrees: 0.01))
    }
    demand((try? JSONSerialization.jsonObject(with: Data(writer.finish()))) != nil, "a drawn coastline is JSON")
  }
}
