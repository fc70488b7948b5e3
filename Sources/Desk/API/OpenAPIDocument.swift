import HTTPTypes
import Hummingbird
import NIOCore

/// The description of the API in the OpenAPI form, a data file beside this one; a test holds it against the routes.
enum OpenAPIDocument {
  static var response: Response {
    Response(
      status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-cache"],
      body: .init(byteBuffer: ByteBuffer(bytes: PackageResources.openapi_json)))
  }
}
