import Foundation
import Hummingbird
import NIOCore

/// A submitted form with a file (`multipart/form-data`, RFC 7578): its fields and the bytes of its files, each in memory.
struct UploadedForm: Sendable {
  /// The largest form with a file that the desk takes, in bytes: a workbook of a statistical office is a tenth of it.
  static let largestBytes = 24 << 20
  /// The most parts of a form.
  static let mostParts = 32
  /// The longest heading of a part, in bytes.
  static let longestHeadingBytes = 1_024

  /// A file as a browser sends it.
  struct File: Sendable, Equatable {
    /// The name that the browser gives, without folders; it says nothing of what is inside.
    var name: String
    var bytes: [UInt8]
  }

  private(set) var fields: [String: String] = [:]
  private(set) var files: [String: File] = [:]

  init(_ request: Request) async throws {
    guard let boundary = Self.boundary(of: request.headers[.contentType] ?? "") else {
      throw DeskError(.form, "a form with a file is sent as multipart/form-data")
    }
    var request = request
    let body: ByteBuffer
    do {
      body = try await request.collectBody(upTo: Self.largestBytes)
    } catch {
      throw DeskError(.tooLarge)
    }
    try self.init(Array(body.readableBytesView), boundary: boundary)
  }

  /// Reads the body of a form.
  /// - Throws: `DeskError` with the byte at which it cannot be read.
  init(_ bytes: [UInt8], boundary: String) throws(DeskError) {
    let line = Array("--\(boundary)".utf8)
    guard var start = Self.find(line, in: bytes, from: 0) else { throw Self.fault(at: 0) }
    var count = 0
    while true {
      start += line.count
      if bytes[start...].starts(with: Array("--".utf8)) { return }
      guard bytes[start...].starts(with: Array("\r\n".utf8)) else { throw Self.fault(at: start) }
      start += 2
      guard let end = Self.find(Array("\r\n".utf8) + line, in: bytes, from: start) else { throw Self.fault(at: start) }
      count += 1
      guard count <= Self.mostParts else { throw DeskError(.invalid, "the form has more than \(Self.mostParts) parts") }
      try take(bytes[start..<end], at: start)
      start = end + 2
    }
  }

  /// The value of a field, nil when it is absent or blank.
  subscript(_ name: String) -> String? {
    guard let value = fields[name]?.trimmingCharacters(in: .whitespacesAndNewlines), !value.isEmpty else { return nil }
    return value
  }

  private mutating func take(_ part: ArraySlice<UInt8>, at start: Int) throws(DeskError) {
    let blank = Array("\r\n\r\n".utf8)
    let search = Array(part.prefix(Self.longestHeadingBytes + blank.count))
    guard let end = Self.find(blank, in: search, from: 0) else { throw Self.fault(at: start) }
    let heading = String(decoding: search[..<end], as: UTF8.self)
    let content = part.dropFirst(end + blank.count)
    guard let name = Self.parameter("name", in: heading) else { throw Self.fault(at: start) }
    if let file = Self.parameter("filename", in: heading) {
      let last = file.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
      if files[name] == nil, !content.isEmpty || !last.isEmpty { files[name] = File(name: last, bytes: Array(content)) }
    } else if fields[name] == nil {
      fields[name] = String(decoding: content, as: UTF8.self)
    }
  }

  /// The boundary in a content type, when it is that of such a form.
  static func boundary(of contentType: String) -> String? {
    let words = contentType.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
    guard words.first?.lowercased() == "multipart/form-data" else { return nil }
    let named = words.dropFirst().first { $0.lowercased().hasPrefix("boundary=") }
    let boundary = named.map { $0.dropFirst("boundary=".count).trimmingCharacters(in: ["\""]) }
    return boundary.flatMap { (1...70).contains($0.utf8.count) ? $0 : nil }
  }

  private static func parameter(_ name: String, in heading: String) -> String? {
    guard let range = heading.range(of: "; \(name)=\"") else { return nil }
    let rest = heading[range.upperBound...]
    return rest.firstIndex(of: "\"").map { String(rest[..<$0]) }
  }

  private static func find(_ pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= pattern.count, start <= bytes.count - pattern.count else { return nil }
    return bytes.withUnsafeBufferPointer { all in
      (start...(all.count - pattern.count)).first { index in
        all[index] == pattern[0] && pattern.indices.allSatisfy { all[index + $0] == pattern[$0] }
      }
    }
  }

  private static func fault(at byte: Int) -> DeskError {
    DeskError(.invalid, "the form cannot be read at byte \(byte)")
  }
}
