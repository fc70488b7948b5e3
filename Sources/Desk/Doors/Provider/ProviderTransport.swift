import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Operations

/// How the desk asks the provider: a value, so that a test can answer in its place.
struct ProviderTransport: Sendable {
  private static let outward = OutwardClient(seconds: 8, largestBytes: 256 << 10)

  /// Asks for a document, or sends a form with these further header fields.
  /// - Throws: `IdentityRefusal` when there is no answer in time, it is no plain success or it is too large.
  var ask: @Sendable (_ address: String, _ form: String?, _ fields: [(String, String)]) async throws -> [UInt8]

  /// Over the network. A redirect is an answer that is not taken: an address that was checked stays the address.
  static let network = ProviderTransport { address, form, fields in
    var request = HTTPClientRequest(url: address)
    request.headers.add(name: "accept", value: "application/json")
    for (name, value) in fields { request.headers.add(name: name, value: value) }
    if let form {
      request.method = .POST
      request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
      request.body = .bytes(ByteBuffer(string: form))
    }
    let status: UInt
    let bytes: ByteBuffer
    do {
      (status, bytes) = try await outward.ask(request)
    } catch is NIOTooManyBytesError {
      throw IdentityRefusal(.answer)
    } catch {
      throw IdentityRefusal(.unreachable)
    }
    guard status == 200 else { throw IdentityRefusal(.answer) }
    return Array(bytes.readableBytesView)
  }
}
