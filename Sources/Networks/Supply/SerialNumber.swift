/// A serial number of an engine, a boat or a life jacket, as it was read on a beach or written on an invoice.
public struct SerialNumber: Hashable, Sendable {
  /// The letters and digits, in capitals, without what parts them.
  public let text: String

  /// The most letters and digits that are read.
  public static let mostCharacters = 64

  /// A number from a text; nil when fewer than four letters and digits are in it, which tell nothing apart, or too many.
  public init?(_ raw: String) {
    let kept = raw.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard (4...Self.mostCharacters).contains(kept.count) else { return nil }
    text = kept
  }

  /// The number with letters that are mistaken for digits read as those: O, Q and D as 0, I and L as 1, Z 2, S 5, G 6, B 8.
  var asMisread: String {
    let digits: [Character: Character] = [
      "O": "0", "Q": "0", "D": "0", "I": "1", "L": "1", "Z": "2", "S": "5", "G": "6", "B": "8",
    ]
    return String(text.map { digits[$0] ?? $0 })
  }

  /// Whether it lies in a range of numbers that differ only in their last digits.
  func lies(between first: SerialNumber, and last: SerialNumber) -> Bool {
    guard text.count == first.text.count, first.text.count == last.text.count else { return false }
    let stem = first.text.prefix { !$0.isNumber }
    let shared = zip(first.text, last.text).prefix { $0 == $1 }.count
    guard shared >= stem.count, text.prefix(shared) == first.text.prefix(shared) else { return false }
    let tails = [first, self, last].map { $0.text.dropFirst(shared) }
    return tails.allSatisfy { $0.allSatisfy(\.isNumber) } && tails[0] <= tails[1] && tails[1] <= tails[2]
  }
}
