import Foundation
import Resolution

/// A line on the terminal that says how far a run has come; silent when standard error is no terminal.
enum ProgressLine {
  private static let isTerminal = isatty(2) == 1

  static func show(_ progress: ResolutionProgress) {
    guard isTerminal else { return }
    let filled = Int(progress.share * 30)
    let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: 30 - filled)
    say("\r\u{1B}[K\(bar) \(progress.stage)", end: "")
  }

  /// Clears the line.
  static func clear() {
    if isTerminal { say("\r\u{1B}[K", end: "") }
  }

  /// Says something about the run on standard error.
  static func say(_ text: String, end: String = "\n") { FileHandle.standardError.write(Data((text + end).utf8)) }
}
