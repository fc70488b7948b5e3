import Foundation

/// The forms in which records are read.
public enum TableFormat: String, CaseIterable, Sendable {
  /// Comma-separated values with a heading; semicolons, tabs and bars also part them.
  case csv
  /// One JSON object a line, flat or of FollowTheMoney.
  case jsonLines

  /// The form that the first bytes show: an opening brace begins JSON Lines.
  public static func shown(by bytes: UnsafeRawBufferPointer) -> TableFormat {
    bytes.prefix(4096).first { $0 > 32 && $0 < 0x80 } == UInt8(ascii: "{") ? .jsonLines : .csv
  }

  /// Reads records.
  ///
  /// - Parameters:
  ///   - bytes: the whole input; UTF-8 or Windows-1252 value by value, or UTF-16 with its mark.
  ///   - progress: is told the share that is read, between 0 and 1.
  /// - Throws: `ResolutionFault` with the row or byte of what cannot be read.
  public func table(
    _ bytes: UnsafeRawBufferPointer, limits: ResolutionLimits = ResolutionLimits(),
    progress: @escaping (Double) -> Void = { _ in }
  ) throws -> RecordTable {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      guard let text = String(data: Data(bytes), encoding: .utf16) else {
        throw ResolutionFault(.malformed, "It begins as UTF-16 does and cannot be read as such.", byte: 0)
      }
      return try [UInt8](text.utf8).withUnsafeBytes { try table($0, limits: limits, progress: progress) }
    }
    return try bytes.withMemoryRebound(to: UInt8.self) { bytes in
      switch self {
      case .csv: return try CommaReader(bytes, limits: limits, progress: progress).table()
      case .jsonLines: return try ObjectReader(bytes, limits: limits, progress: progress).table()
      }
    }
  }
}
