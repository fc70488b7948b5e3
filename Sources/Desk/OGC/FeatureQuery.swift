import Foundation
import Geodesy
import Hummingbird

/// What a request asks of a collection, read strictly: what is not understood is refused, so that nobody takes an answer for
/// a narrower one than it is.
struct FeatureQuery: Sendable {
  /// Features in one answer when nothing is said.
  static let usualLimit = 100
  /// Features in one answer at most; a greater limit is taken as this.
  static let greatestLimit = 10_000
  /// The longest value of a filter, in bytes.
  static let longestFilterBytes = 200
  /// The one reference system: longitude and latitude on WGS 84, in this order.
  static let crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"

  var limit = usualLimit
  var box: BoundingBox?
  var datetime: FeatureDatetime?
  /// The last feature of the page before.
  var after: String?
  var filters: [(name: String, value: String)] = []

  init(_ request: Request, of collection: FeatureCollection) throws {
    let own: Set<String> = ["f", "lang", "limit", "bbox", "bbox-crs", "crs", "datetime", "after"]
    try request.allowOnly(own.union(collection.filters))
    if let text = request.query("limit") {
      guard let limit = Int(text), limit >= 1 else { throw DeskError(.invalid, "limit is a whole number from 1 on") }
      self.limit = min(limit, Self.greatestLimit)
    }
    for name in ["crs", "bbox-crs"] {
      if let crs = request.query(name), crs != Self.crs84 {
        throw DeskError(.invalid, "\(name) can only be \(Self.crs84)")
      }
    }
    box = try request.query("bbox").map(Self.box)
    datetime = try request.query("datetime").map(FeatureDatetime.init)
    after = request.query("after")
    if let after, after.utf8.count > 40 { throw DeskError(.invalid, "after comes from a link of an answer") }
    for name in collection.filters.sorted() {
      guard let value = request.query(name) else { continue }
      guard value.utf8.count <= Self.longestFilterBytes else {
        throw DeskError(.invalid, "\(name) has at most \(Self.longestFilterBytes) bytes")
      }
      filters.append((name, value))
    }
  }

  /// The filters in words, for the record of what was looked for.
  var question: String? {
    filters.isEmpty ? nil : filters.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
  }

  /// The same question as a query, for links; without where the page begins.
  var encoded: String {
    var parts: [(name: String, value: String)] = [("limit", "\(limit)")]
    if let box {
      let edges = [box.westDegrees, box.southDegrees, box.eastDegrees, box.northDegrees]
      parts.append(("bbox", edges.map { "\($0)" }.joined(separator: ",")))
    }
    if let datetime { parts.append(("datetime", datetime.text)) }
    return (parts + filters).map { "\($0.name)=\(Self.encode($0.value))" }.joined(separator: "&")
  }

  static func encode(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(.init(charactersIn: "-._,:/"))) ?? ""
  }

  /// Reads west,south,east,north, or the same with heights, which tracks do not have.
  private static func box(_ text: String) throws -> BoundingBox {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
    let edges = numbers.compactMap { $0?.isFinite ?? false ? $0 : nil }
    let flat = edges.count == 6 ? [edges[0], edges[1], edges[3], edges[4]] : edges
    guard edges.count == numbers.count, flat.count == 4,
      let box = BoundingBox(south: flat[1], west: flat[0], north: flat[3], east: flat[2])
    else {
      throw DeskError(.invalid, "bbox is west,south,east,north in degrees, the south at most the north")
    }
    return box
  }
}

extension Request {
  /// Refuses parameters of other names, and those that stand twice.
  func allowOnly(_ names: Set<String>) throws {
    var seen: Set<String> = []
    for (name, _) in uri.queryParameters {
      let name = String(name)
      guard names.contains(name) else {
        throw DeskError(
          .invalid, "there is no parameter \(name.prefix(40)); known are \(names.sorted().joined(separator: ", "))")
      }
      guard seen.insert(name).inserted else { throw DeskError(.invalid, "\(name) is given twice") }
    }
  }
}
