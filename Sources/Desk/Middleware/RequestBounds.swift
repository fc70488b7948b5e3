import HTTPTypes
import Hummingbird

/// Refuses a request that is larger or stranger than anything that the desk answers, before anybody looks at it.
struct RequestBounds: RouterMiddleware {
  typealias Context = DeskContext

  /// The longest path and query, in bytes.
  static let addressBytes = 8_192
  /// The most parameters of a query.
  static let queryParameters = 64
  /// Where forms with a file go; every other body is a small one.
  static let takesFiles: Set<String> = ["/statistics/import"]

  @concurrent func handle(
    _ request: Request, context: DeskContext, next: @concurrent (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    let address = request.uri.string.utf8
    guard address.count <= Self.addressBytes else { throw DeskError(.addressTooLong) }
    guard address.count(where: { $0 == UInt8(ascii: "&") }) < Self.queryParameters else {
      throw DeskError(.invalid, "the query has more than \(Self.queryParameters) parameters")
    }
    // Nothing here unpacks a body, so a small one can never become a large one.
    if let encoding = request.headers[.contentEncoding], encoding.lowercased() != "identity" {
      throw DeskError(.encoded)
    }
    let largest = Self.takesFiles.contains(request.uri.path) ? UploadedForm.largestBytes : FormFields.largestBytes
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > largest {
      throw DeskError(.tooLarge)
    }
    return try await next(request, context)
  }
}
