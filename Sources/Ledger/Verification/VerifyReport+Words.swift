extension VerifyReport: CustomStringConvertible {
  /// The report in a few lines for people; the first bad entry stands in the first line.
  public var description: String {
    let root = head.rootHash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    if isSound {
      return """
        Sound: \(head.size) entries, \(checkpoints) checkpoints, \(views) views.
        Root \(root)
        """
    }
    let first = firstBadSequence.map { "The first bad entry is \($0)." } ?? "No entry is bad in itself."
    let more = faultCount > faults.count ? "\nand \(faultCount - faults.count) more." : ""
    return "NOT SOUND: \(faultCount) faults among \(head.size) entries. \(first)\n"
      + faults.map { "- \($0.message)" }.joined(separator: "\n") + more
  }
}
