import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Operations

/// How the desk asks the provider: a value, so that a test can answer in its place.
struct ProviderTransport: Sendable {
  /// The longest that one question may take, in seconds.
  static let seconds: Int64 = 8
  /// The largest answer, in bytes.
  static let largestBytes = 256 << 10

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
    let bytes: ByteBuffer
    let status: UInt
    do {
      let asked = request
      (bytes, status) = try await withDeadline {
        let response = try await client.execute(asked, timeout: .seconds(seconds))
        return (try await response.body.collect(upTo: largestBytes), response.status.code)
      }
    } catch is NIOTooManyBytesError {
      throw IdentityRefusal(.answer)
    } catch {
      throw IdentityRefusal(.unreachable)
    }
    guard status == 200 else { throw IdentityRefusal(.answer) }
    return Array(bytes.readableBytesView)
  }

  private static let client: HTTPClient = {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: .init(connect: .seconds(seconds), read: .seconds(seconds)))
    configuration.httpVersion = .http1Only
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }()

  /// An answer that drips in must not outlive the time either.
  private static func withDeadline<Answer: Sendable>(
    _ body: @escaping @Sendable () async throws -> Answer
  ) async throws -> Answer {
    try await withThrowingTaskGroup(of: Answer.self) { group in
      group.addTask { try await body() }
      group.addTask {
        try await Task.sleep(for: .seconds(seconds))
        throw IdentityRefusal(.unreachable)
      }
      defer { group.cancelAll() }
      guard let first = try await group.next() else { throw IdentityRefusal(.unreachable) }
      return first
    }
  }
}
