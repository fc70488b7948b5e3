import HTTPTypes
import Hummingbird
import NIOCore

extension HTML {
  /// The document as a response.
  func response(_ status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8"],
      body: .init(byteBuffer: ByteBuffer(string: text)))
  }
}

extension Response {
  /// JSON as a response.
  static func json(_ json: JSONText, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "application/json"],
      body: .init(byteBuffer: ByteBuffer(bytes: json.bytes)))
  }

  /// After a form was taken: see this page.
  static func see(_ path: String) -> Response {
    Response(status: .seeOther, headers: [.location: path])
  }
}
