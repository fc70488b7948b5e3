import Foundation
import Hummingbird
import NIOCore

/// The fields of a submitted form (`application/x-www-form-urlencoded`), each at most as long as the whole body may be.
struct FormFields: Sendable {
  /// The largest form that the desk takes, in bytes: a long log entry in an alphabet of many bytes, percent-encoded.
  static let largestBytes = 256 << 10

  /// The most fields that are read.
  static let mostFields = 64

  private let values: [String: String]
  private let pairs: [(name: String, value: String)]

  init(_ request: Request) async throws {
    var request = request
    let body: ByteBuffer
    do {
      body = try await request.collectBody(upTo: Self.largestBytes)
    } catch {
      throw DeskError(.tooLarge)
    }
    self.init(encoded: String(buffer: body))
  }

  init(encoded: String) {
    pairs = encoded.split(separator: "&").prefix(Self.mostFields).map { pair in
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (Self.decode(halves[0]), halves.count == 2 ? Self.decode(halves[1]) : "")
    }
    values = Dictionary(pairs.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// The fields of a query, in which a form writes a blank as a plus sign.
  init(query request: Request) { self.init(encoded: request.uri.query ?? "") }

  /// Every value of a field that may come several times.
  func all(_ name: String) -> [String] { pairs.filter { $0.name == name && !$0.value.isEmpty }.map(\.value) }

  /// The value of a field, nil when it is absent or blank.
  subscript(_ name: String) -> String? {
    guard let value = values[name]?.trimmingCharacters(in: .whitespacesAndNewlines), !value.isEmpty else { return nil }
    return value
  }

  /// The value exactly as typed: for passwords, whose blanks count.
  func exact(_ name: String) -> String? { values[name] }

  private static func decode(_ text: Substring) -> String {
    let spaced = text.replacingOccurrences(of: "+", with: " ")
    return spaced.removingPercentEncoding ?? spaced
  }
}
