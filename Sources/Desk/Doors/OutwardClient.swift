import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// How the desk asks another machine: with an end to the waiting and to what is read, and without being sent on.
struct OutwardClient: Sendable {
  /// There was no answer in time.
  struct TooLate: Error {}

  /// The longest that one question may take until the end of its answer, in seconds.
  let seconds: Int64
  /// The largest answer, in bytes.
  let largestBytes: Int

  /// Asks, and reads the whole answer. A redirect is an answer like any other: an address that was chosen stays the address.
  /// - Throws: `TooLate`, `NIOTooManyBytesError`, or what keeps the other machine from being reached.
  func ask(_ request: HTTPClientRequest) async throws -> (status: UInt, bytes: ByteBuffer) {
    try await withThrowingTaskGroup(of: (status: UInt, bytes: ByteBuffer).self) { group in
      group.addTask {
        let response = try await Self.client.execute(request, timeout: .seconds(seconds))
        return (response.status.code, try await response.body.collect(upTo: largestBytes))
      }
      // An answer that drips in must not outlive the time either.
      group.addTask {
        try await Task.sleep(for: .seconds(seconds))
        throw TooLate()
      }
      defer { group.cancelAll() }
      guard let first = try await group.next() else { throw TooLate() }
      return first
    }
  }

  private static let client: HTTPClient = {
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    configuration.httpVersion = .http1Only
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }()
}
