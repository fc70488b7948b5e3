import Foundation

/// The body of a checkpoint: which ledger, how large, which root (C2SP `tlog-checkpoint`).
package struct Checkpoint: Hashable, Sendable {
  package var origin: String
  package var size: Int64
  package var root: TreeHash

  package init(origin: String, size: Int64, root: TreeHash) {
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// Origin, size in decimal and root in base64, a line each.
  package var text: String {
    "\(origin)\n\(size)\n\(Data(root.bytes).base64EncodedString())\n"
  }

  /// Reads the body of a checkpoint; nil when it is none. Lines after the third are extensions and are passed over.
  package init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 4, lines.last == "", !lines[0].isEmpty, let size = Int64(lines[1]), size >= 0,
      String(size) == lines[1], let bytes = Data(base64Encoded: String(lines[2])), let root = TreeHash([UInt8](bytes))
    else { return nil }
    self.init(origin: String(lines[0]), size: size, root: root)
  }
}
