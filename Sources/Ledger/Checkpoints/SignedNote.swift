import Crypto
import Foundation

/// A text with signatures below it, in the form of C2SP `signed-note`.
package struct SignedNote: Hashable, Sendable {
  /// One line of signature.
  package struct Signature: Hashable, Sendable {
    package var keyName: String
    /// The first four bytes of the hash of the key, which tell apart keys of one name.
    package var keyID: [UInt8]
    package var bytes: [UInt8]

    /// The line as it stands in a note, with its newline.
    package var line: String {
      "\u{2014} \(keyName) \(Data(keyID + bytes).base64EncodedString())\n"
    }
  }

  /// The text, which ends in a newline.
  package var text: String
  package var signatures: [Signature]

  package init(text: String, signatures: [Signature]) {
    self.text = text
    self.signatures = signatures
  }

  /// The note as it is sent: the text, an empty line, and a line for each signature.
  package var encoded: String {
    signatures.reduce(text + "\n") { $0 + $1.line }
  }

  /// Reads a note; nil when the text is no note, or one of its signature lines is none.
  package init?(parsing note: String) {
    guard let gap = note.range(of: "\n\n", options: .backwards), note.hasSuffix("\n") else { return nil }
    text = String(note[..<note.index(after: gap.lowerBound)])
    signatures = []
    for line in note[gap.upperBound...].dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      guard words.count == 3, words[0] == "\u{2014}", !words[1].isEmpty,
        let bytes = Data(base64Encoded: String(words[2])), bytes.count > 4
      else { return nil }
      signatures.append(
        Signature(keyName: String(words[1]), keyID: [UInt8](bytes.prefix(4)), bytes: [UInt8](bytes.dropFirst(4))))
    }
  }
}
