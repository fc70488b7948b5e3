import Foundation

/// Why two names have their score.
public struct NameExplanation: Sendable {
  /// The probability, 0 to 1.
  public var score: Double
  /// The log₂ likelihood ratio.
  public var bits: Double
  /// The names as they were read, in Latin letters.
  public var firstReading: String
  /// The second name as it was read.
  public var secondReading: String
  /// What is odd about the names.
  public var notes: [String]
  /// Which words were laid beside which, and how alike they are.
  public var pairs: [String]
  /// What weighs for (above 0) and against, strongest first.
  public var evidence: [Evidence]

  /// One piece of evidence.
  public struct Evidence: Sendable {
    /// What was counted.
    public var words: String
    /// How much of it.
    public var amount: Double
    /// What it adds, in bits.
    public var bits: Double
  }

  /// The explanation as lines of text.
  public var text: String {
    var lines = ["read as: \(firstReading) | \(secondReading)"]
    lines += notes.map { "note: \($0)" }
    lines += pairs.map { "  \($0)" }
    for piece in evidence {
      lines.append(String(format: "%+6.2f bits  ", piece.bits) + piece.words + String(format: " (%.2g)", piece.amount))
    }
    lines.append(String(format: "%+6.2f bits, probability %.3f", bits, score))
    return lines.joined(separator: "\n")
  }
}
