import Foundation
import Hummingbird
import NIOCore

/// The fields of a submitted form (`application/x-www-form-urlencoded`), each at most as long as the whole body may be.
struct FormFields: Sendable {
  /// The largest form that the desk takes, in bytes: a long log entry in an alphabet of many bytes, percent-encoded.
  static let largestBytes = 256 << 10

  private let values: [String: String]

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
    var values: [String: String] = [:]
    for pair in encoded.split(separator: "&").prefix(64) {
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = Self.decode(halves[0])
      if values[name] == nil { values[name] = halves.count == 2 ? Self.decode(halves[1]) : "" }
    }
    self.values = values
  }

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
