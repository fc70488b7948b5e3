import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// The files that the desk serves to browsers: its own scripts and styles, the fetched libraries, the prepared chart.
///
/// Only files found below the share folder when they are asked for by exact relative path are served; a path with a dot
/// segment, a hidden name or a symbolic link out of the folder is not found. A file with a `.gz` beside it is sent compressed
/// to browsers that take it.
final class StaticFiles: Sendable {
  /// The largest file served, in bytes.
  static let largestFileBytes = 64 << 20

  let folder: URL
  private let loaded = Mutex<[String: Loaded]>([:])

  private struct Loaded {
    var modified: Date
    var buffer: ByteBuffer
    var tag: String
  }

  init(folder: URL) {
    self.folder = folder.standardizedFileURL.resolvingSymlinksInPath()
  }

  /// Whether this file is there to be served.
  func has(_ path: String) -> Bool { load(path) != nil }

  /// The response for a file, or nil when there is none of that name.
  /// - Parameters:
  ///   - path: relative to the share folder, such as `web/desk.css`.
  ///   - headers: those of the request; `Accept-Encoding` and `If-None-Match` matter.
  func response(_ path: String, headers: HTTPFields) -> Response? {
    let takesGzip = headers[.acceptEncoding].map { $0.contains("gzip") && !$0.contains("gzip;q=0") } ?? false
    let compressed = takesGzip ? load(path + ".gz") : nil
    guard let file = compressed ?? load(path) else { return nil }
    var fields: HTTPFields = [
      .contentType: Self.mediaType(of: path), .eTag: file.tag, .cacheControl: "no-cache", .vary: "Accept-Encoding",
    ]
    if headers[.ifNoneMatch] == file.tag { return Response(status: .notModified, headers: fields) }
    if compressed != nil { fields[.contentEncoding] = "gzip" }
    return Response(status: .ok, headers: fields, body: .init(byteBuffer: file.buffer))
  }

  private func load(_ path: String) -> Loaded? {
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !segments.isEmpty, segments.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") && !$0.contains("\0") }) else {
      return nil
    }
    let url = folder.appendingPathComponent(path).resolvingSymlinksInPath()
    guard url.path.hasPrefix(folder.path + "/"),
      let attributes = try? FileManager.default.attributesOfItem(atPath: url.path),
      attributes[.type] as? FileAttributeType == .typeRegular,
      let modified = attributes[.modificationDate] as? Date,
      let size = attributes[.size] as? Int, size <= Self.largestFileBytes
    else { return nil }
    if let known = loaded.withLock({ $0[path] }), known.modified == modified { return known }
    guard let data = try? Data(contentsOf: url) else { return nil }
    let digest = SHA256.hash(data: data).prefix(12).map { String($0, radix: 16) }.joined()
    let file = Loaded(modified: modified, buffer: ByteBuffer(bytes: data), tag: "\"\(digest)\"")
    loaded.withLock { $0[path] = file }
    return file
  }

  private static func mediaType(of path: String) -> String {
    switch path.split(separator: ".").last {
    case "js", "mjs": "text/javascript; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "json": "application/json"
    case "geojson": "application/geo+json"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "woff2": "font/woff2"
    case "txt", "md": "text/plain; charset=utf-8"
    default: "application/octet-stream"
    }
  }
}
